package import AccessModel

/// Whom something is about: users who were chosen one by one, or all whom a search finds.
package enum People: Hashable, Sendable {
  /// These users.
  case chosen([User])
  /// Everybody whom a search finds, however many they are.
  case found(UserSearch)

  /// Who they are, in a few words: a name, how many, or what was searched for.
  package var words: String {
    switch self {
    case .chosen(let users): users.count == 1 ? users[0].displayName : users.count.of("user")
    case .found(let search): search.text.isEmpty ? "everybody" : "whoever fits \(search.text)"
    }
  }
}

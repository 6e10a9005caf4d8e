/// How somebody names a user: by id, by email, or by name.
package struct UserSelector: Hashable, Sendable {
  /// By what.
  package enum Kind: Hashable, Sendable {
    case id
    case email
    case name
  }

  /// By what.
  package var kind: Kind
  /// The id, the address or the name.
  package var text: String

  /// A selector from its parts.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// What somebody typed: `id:`, `email:` and `name:` settle doubt; without one a text with `|` is an id,
  /// one with `@` an email, and anything else an id.
  package init(typed: String) {
    for (prefix, kind) in Self.prefixes where typed.hasPrefix(prefix) {
      self.init(kind, String(typed.dropFirst(prefix.count)))
      return
    }
    self.init(!typed.contains("|") && typed.contains("@") ? .email : .id, typed)
  }

  private static let prefixes: [(String, Kind)] = [
    ("id:", .id), ("email:", .email), ("name:", .name),
  ]
}

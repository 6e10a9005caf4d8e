import AccessModel

/// How the users of a plan were named.
enum UserSelection: Hashable, Sendable {
  /// One by one.
  case named([UserSelector])
  /// The lines of a file.
  case list(UserList)
  /// Whoever a search finds.
  case query(String)
  /// Everyone who holds the role, or an organization's members.
  case allMembers
}

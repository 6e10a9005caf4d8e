/// What the Authorization Extension left in a user's `app_metadata.authorization`.
///
/// It is another system than the tenant's roles, with its own store: this is a copy that it writes anew
/// at each login, so that removing a role here does not touch it, and the other way round.
package struct AuthorizationExtensionTraces: Hashable, Sendable, Decodable {
  /// What it says for one application.
  package struct Entry: Hashable, Sendable {
    /// The application's name; `nil` in the older form, which names none.
    package var application: String?
    /// Names of groups, as the extension knows them.
    package var groups: [String]
    /// Names of roles, as the extension knows them.
    package var roles: [String]
    package var permissions: [String]

    /// An entry from its parts.
    package init(
      application: String?, groups: [String] = [], roles: [String] = [], permissions: [String] = []
    ) {
      self.application = application
      self.groups = groups
      self.roles = roles
      self.permissions = permissions
    }

    fileprivate var isEmpty: Bool { groups.isEmpty && roles.isEmpty && permissions.isEmpty }
  }

  /// The entries, sorted by application.
  package var entries: [Entry]

  /// Traces from their parts.
  package init(entries: [Entry]) { self.entries = entries }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var entries = [Self.entry(nil, in: container)]
    for key in container.allKeys {
      guard let nested = try? container.nestedContainer(keyedBy: Key.self, forKey: key) else {
        continue
      }
      entries.append(Self.entry(key.stringValue, in: nested))
    }
    self.entries = entries.filter { !$0.isEmpty }
      .sorted { ($0.application ?? "") < ($1.application ?? "") }
  }

  private static func entry(
    _ application: String?, in container: KeyedDecodingContainer<Key>
  ) -> Entry {
    func names(_ key: String) -> [String] { container.tolerantly([String].self, Key(key)) ?? [] }
    return Entry(
      application: application, groups: names("groups"), roles: names("roles"),
      permissions: names("permissions"))
  }
}

import AccessModel

/// How a person names one role on the command line.
enum RoleSelector: Hashable {
  case id(RoleID)
  case name(String)

  /// Takes a text as `id:` or `name:` say, else by its shape: what begins with `rol_` is an id.
  init(_ text: String) {
    if text.hasPrefix("id:") {
      self = .id(RoleID(String(text.dropFirst(3))))
    } else if text.hasPrefix("name:") {
      self = .name(String(text.dropFirst(5)))
    } else {
      self = text.hasPrefix("rol_") ? .id(RoleID(text)) : .name(text)
    }
  }

  /// The role's id, where that is what was named.
  var id: RoleID? {
    if case .id(let id) = self { id } else { nil }
  }

  /// Refuses what cannot be a role's id: each is `rol_` with letters and digits after it.
  ///
  /// - Throws: `CommandFailure` with the way to mend it.
  func check() throws {
    switch self {
    case .name(let name):
      guard name.isEmpty else { return }
      throw CommandFailure(
        status: CommandFailure.wrongCall, "a role is named by its name or its id.",
        "An id is like rol_NHBmr6NkzbRcHob1.")
    case .id(let id):
      let rest = id.rawValue.dropFirst(4)
      let isID = rest.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
      guard !id.rawValue.hasPrefix("rol_") || rest.isEmpty || !isID else { return }
      throw CommandFailure(
        status: CommandFailure.wrongCall, "\(id.rawValue) is no role's id.",
        "An id is like rol_NHBmr6NkzbRcHob1; for a name write name:\(id.rawValue)")
    }
  }

  /// The one role that is meant, among those that can be named.
  ///
  /// - Throws: `CommandFailure` with what there is, where it is not just one.
  func role(among roles: [Role]) throws -> RoleID {
    switch self {
    case .id(let id): return id
    case .name(let name):
      let found = roles.filter { $0.name == name }
      if let role = found.first, found.count == 1 { return role.id }
      let candidates = (found.isEmpty ? roles : found).map { "id:\($0.id.rawValue)  \($0.name)" }
      let problem =
        found.isEmpty
        ? "there is no such role: \(name)\(roles.isEmpty ? "." : "; there are these:")"
        : "\(found.count) roles are named \(name); name one by its id:"
      throw CommandFailure(status: CommandFailure.wrongCall, lines: [problem] + candidates)
    }
  }
}

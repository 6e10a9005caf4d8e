import AccessModel
import ManagementAPI

/// Reads whether what changes are about is so now, with as few calls as suffice.
struct TruthReader: Sendable {
  /// Up to how many users are asked one by one for their roles; above, the role's own list is read where
  /// that takes fewer calls.
  static let userLimit = 50

  let reader: any AccessReading
  let slots: CallSlots
  let inFlight: Int

  /// What was read.
  struct Answer: Sendable {
    /// Each subject.
    var states: [Change.Subject: Fact<HeldBefore>] = [:]
    /// The users whose roles were asked for one by one.
    var usersAsked: Set<UserID> = []
    /// Their roles, where they could be read.
    var rolesOfUsers: [UserID: [Role]] = [:]
    /// How many calls it took, where lists count by their pages.
    var calls = 0
    /// How many pages the lists of roles have, where that was asked.
    var listPages: [RoleID: Int] = [:]

    mutating func add(_ other: Answer) {
      states.merge(other.states) { _, new in new }
      usersAsked.formUnion(other.usersAsked)
      rolesOfUsers.merge(other.rolesOfUsers) { _, new in new }
      calls += other.calls
      listPages.merge(other.listPages) { _, new in new }
    }
  }

  /// What one call answers.
  private enum Question: Hashable {
    case rolesOfUser(UserID)
    case rolesOfMember(UserID, String)
    case permissionsOfUser(UserID)
    case permissionsOfRole(RoleID)
    case role(RoleID)
    case api(String)
    case holders(RoleID)
  }

  /// Reads what changes are about; sessions that have ended cannot be read, and are missing.
  ///
  /// - Parameter listPages: How many pages the lists of roles have, as far as that is known.
  /// - Throws: `CancellationError` alone.
  func truth(
    about changes: some Sequence<Change>, knowing listPages: [RoleID: Int] = [:]
  ) async throws -> Answer {
    var subjects: [Question: [Change.Subject]] = [:]
    var order: [Question] = []
    var users: Set<UserID> = []
    var roles: [RoleID] = []
    for change in changes {
      let subject = change.subject
      guard let question = Self.question(about: subject) else { continue }
      if subjects[question] == nil { order.append(question) }
      subjects[question, default: []].append(subject)
      if case .role(let role, let user) = subject {
        users.insert(user)
        if !roles.contains(role) { roles.append(role) }
      }
    }
    var answer = Answer()
    if users.count > Self.userLimit {
      let unknown = roles.filter { listPages[$0] == nil }
      answer.listPages = try await self.listPages(of: unknown)
      answer.calls += unknown.count
      let pages = roles.map { listPages[$0] ?? answer.listPages[$0] ?? users.count }
      if pages.reduce(0, +) < users.count { (subjects, order) = Self.byRole(subjects, order) }
    }
    let known = subjects
    let parts = try await concurrently(order, atMost: inFlight) { question in
      try await read(question, about: known[question] ?? [])
    }
    for part in parts { answer.add(part) }
    return answer
  }

  private static func question(about subject: Change.Subject) -> Question? {
    switch subject {
    case .role(_, let user): .rolesOfUser(user)
    case .organizationRole(_, let user, let organization): .rolesOfMember(user, organization)
    case .permission(_, let user): .permissionsOfUser(user)
    case .rolePermission(_, let role): .permissionsOfRole(role)
    case .existence(let role): .role(role)
    case .rbac(let api): .api(api)
    case .access: nil
    }
  }

  /// The same, with each role's own list in the place of its users'.
  private static func byRole(
    _ subjects: [Question: [Change.Subject]], _ order: [Question]
  ) -> ([Question: [Change.Subject]], [Question]) {
    var result: [Question: [Change.Subject]] = [:]
    var questions: [Question] = []
    for question in order {
      for subject in subjects[question] ?? [] {
        var question = question
        if case .role(let role, _) = subject { question = .holders(role) }
        if result[question] == nil { questions.append(question) }
        result[question, default: []].append(subject)
      }
    }
    return (result, questions)
  }

  private func read(
    _ question: Question, about subjects: [Change.Subject]
  ) async throws -> Answer {
    var answer = Answer()
    answer.calls = 1
    switch question {
    case .rolesOfUser(let user):
      let roles = try await fact(.listUserRoles) {
        try await slots.hold { try await reader.roles(ofUser: user) }
      }
      answer.usersAsked = [user]
      answer.rolesOfUsers[user] = roles.value
      answer.note(subjects, roles) { Set($0.map(\.id)) }
    case .rolesOfMember(let user, let organization):
      let roles = try await fact(.listOrganizationMemberRoles) {
        try await slots.hold {
          try await reader.roles(ofMember: user, in: OrganizationID(organization))
        }
      }
      answer.note(subjects, roles) { Set($0.map(\.id)) }
    case .permissionsOfUser(let user):
      let permissions = try await fact(.listUserPermissions) {
        try await slots.hold { try await reader.permissions(ofUser: user) }
      }
      answer.notePermissions(subjects, permissions)
    case .permissionsOfRole(let role):
      let permissions = try await fact(.listRolePermissions) {
        try await slots.hold { try await reader.permissions(ofRole: role) }
      }
      for case let subject in subjects {
        guard case .rolePermission(let key, _) = subject else { continue }
        answer.states[subject] = permissions.mapped { list in
          .held(list.contains { $0.key == key })
        }
      }
    case .role(let role):
      let isThere = try await fact(.getRole) { try await exists(role) }
      for subject in subjects { answer.states[subject] = isThere.mapped { .held($0) } }
    case .api(let identifier):
      let api = try await fact(.getResourceServer) {
        try await slots.hold { try await reader.resourceServer(identifier) }
      }
      for subject in subjects {
        answer.states[subject] = api.mapped { .rbac(RBACSetting(of: $0)) }
      }
    case .holders(let role):
      let wanted = Set(subjects.compactMap(\.userOfRole))
      let list = try await fact(.listRoleUsers) {
        try await slots.hold { try await holders(of: role, among: wanted) }
      }
      answer.calls = list.value.map { $0.pages } ?? 1
      for subject in subjects {
        guard let user = subject.userOfRole else { continue }
        answer.states[subject] = list.mapped { .held($0.users.contains(user)) }
      }
    }
    return answer
  }

  private func exists(_ role: RoleID) async throws -> Bool {
    do {
      _ = try await slots.hold { try await reader.role(role) }
      return true
    } catch let error as APIError where error.code == .notFound {
      return false
    }
  }
}

extension TruthReader.Answer {
  /// Notes which roles are held.
  fileprivate mutating func note(
    _ subjects: [Change.Subject], _ roles: Fact<[Role]>, _ ids: ([Role]) -> Set<RoleID>
  ) {
    let held = roles.mapped(by: ids)
    for subject in subjects {
      switch subject {
      case .role(let role, _), .organizationRole(let role, _, _):
        states[subject] = held.mapped { .held($0.contains(role)) }
      case .permission, .rolePermission, .existence, .rbac, .access: break
      }
    }
  }

  /// Notes which permissions a user has without a role; where the answer does not say, that is unknown.
  fileprivate mutating func notePermissions(
    _ subjects: [Change.Subject], _ permissions: Fact<[Permission]>
  ) {
    for subject in subjects {
      guard case .permission(let key, _) = subject else { continue }
      switch permissions {
      case .unknown(let error): states[subject] = .unknown(error)
      case .known(let list):
        guard let permission = list.first(where: { $0.key == key }) else {
          states[subject] = .known(.held(false))
          continue
        }
        guard let sources = permission.sources else {
          states[subject] = .unknown(
            APIError(
              .unreadableAnswer, .listUserPermissions,
              detail: "it does not say where the permission comes from"))
          continue
        }
        states[subject] = .known(.held(sources.contains(where: \.isDirect)))
      }
    }
  }
}

extension Fact {
  /// The same, with another value where there is one.
  func mapped<Other: Hashable & Sendable>(by transform: (Value) -> Other) -> Fact<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .unknown(let error): .unknown(error)
    }
  }
}

extension Change.Subject {
  /// Who holds the role of the tenant that it is about.
  fileprivate var userOfRole: UserID? {
    if case .role(_, let user) = self { user } else { nil }
  }
}

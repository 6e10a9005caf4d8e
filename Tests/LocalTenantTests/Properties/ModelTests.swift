import Testing

@testable import LocalTenant

@Suite("The state against a model")
struct ModelTests {
  /// What a tenant should say, kept in the simplest way.
  private struct Model {
    var held: [String: [String]] = [:]
    var grants: [String: Set<Permission>] = [:]
    var permissions: [String: Set<Permission>] = [:]

    func permissions(of user: String) -> Set<Permission> {
      (held[user] ?? []).reduce(grants[user] ?? []) { $0.union(permissions[$1] ?? []) }
    }
  }

  private static let seed = TenantSeeder(TenantConfiguration(users: 12)).state()

  @Test("Every part tells the same story after any operations", arguments: 1...200)
  func story(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var state = Self.seed
    var model = Model()
    for role in state.roles.roles { model.permissions[role.id] = Set(role.permissions) }
    for user in state.directory.users {
      model.held[user.id] = state.assignments.held(by: user.id).map(\.id)
      model.grants[user.id] = Set(state.grants[user.id] ?? [])
    }
    for step in 0..<300 {
      let now = Timestamp(milliseconds: Int64(2_000_000_000_000 + step / 3))
      let users = state.directory.users.map(\.id)
      let (user, role) = (random.pick(users), random.pick(state.roles.roles.map(\.id)))
      let isHeld = model.held[user]?.contains(role) ?? false
      switch random.below(100) {
      case ..<45:
        #expect(state.assign(role, to: user, at: now) == !isHeld, "seed \(seed) step \(step)")
        if !isHeld { model.held[user, default: []].append(role) }
      case ..<90:
        #expect(state.unassign(role, from: user, at: now) == isHeld, "seed \(seed) step \(step)")
        model.held[user]?.removeAll { $0 == role }
      case ..<94:
        let permission = random.pick(Array(model.permissions.values.joined()))
        state.grants[user, default: []].append(permission)
        model.grants[user, default: []].insert(permission)
      case ..<97:
        _ = state.roles.update(role) { $0.permissions = Array($0.permissions.dropFirst()) }
        model.permissions[role] = Set(state.roles[role]?.permissions ?? [])
      case ..<99 where state.roles.roles.count > 40:
        let isDeleted = state.deleteRole(role, at: now)
        #expect(isDeleted)
        for user in users { model.held[user]?.removeAll { $0 == role } }
        model.permissions[role] = nil
      default:
        guard users.count > 6 else { continue }
        let isDeleted = state.deleteUser(user, at: now)
        #expect(isDeleted)
        model.held[user] = nil
        model.grants[user] = nil
      }
    }
    try compare(state, model, seed)
  }

  private func compare(_ state: TenantState, _ model: Model, _ seed: Int) throws {
    for user in state.directory.users.map(\.id) {
      let held = state.assignments.held(by: user).map(\.id)
      #expect(held == model.held[user] ?? [], "seed \(seed) \(user)")
      #expect(
        Set(state.permissions(ofUser: user).map(\.permission)) == model.permissions(of: user),
        "seed \(seed) \(user)")
      let direct = state.effectiveRoles(ofUser: user).filter(\.isDirect).map(\.role.id)
      #expect(direct == held, "seed \(seed) \(user)")
    }
    for role in state.roles.roles.map(\.id) {
      let members = state.assignments.members(of: role)
      let expected = model.held.filter { $0.value.contains(role) }.keys
      #expect(Set(members.map(\.userID)) == Set(expected), "seed \(seed) \(role)")
      #expect(members.count == expected.count, "seed \(seed) \(role)")
    }
  }

  @Test("Checkpoints give each member once while others come and go", arguments: 1...20)
  func paging(size: Int) throws {
    var state = TenantSeeder(TenantConfiguration(users: 200)).state()
    let role = try #require(state.roles.named("Employee")?.id)
    let before = state.assignments.members(of: role).map(\.userID)
    let strangers = state.directory.users.map(\.id).filter { !before.contains($0) }
    var random = SplitMix64(seed: UInt64(size))
    var (seen, gone): ([String], Set<String>) = ([], [])
    var place: Checkpoint?
    var joined = strangers[...]
    while true {
      let page = state.assignments.members(of: role, after: place, count: size)
      guard let last = page.last else { break }
      seen += page.map(\.userID)
      place = Checkpoint(time: last.since, id: last.userID)
      // Somebody who was seen goes, somebody who was not goes, somebody new comes.
      for user in [seen.randomElement(using: &random), before.randomElement(using: &random)] {
        guard let user else { continue }
        state.unassign(role, from: user, at: last.since)
        gone.insert(user)
      }
      if let user = joined.popFirst() {
        state.assign(role, to: user, at: Timestamp(milliseconds: 3_000_000_000_000))
      }
    }
    #expect(Set(seen).count == seen.count)
    #expect(Set(before).subtracting(gone).isSubset(of: seen))
  }
}

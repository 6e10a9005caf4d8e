import AccessModel
import ManagementAPI

extension RoleSelector {
  /// The one role that is meant, as the tenant has it.
  ///
  /// - Throws: `CommandFailure` with what there is where it is not just one, and `APIError`.
  func role(in tenant: any AccessReading) async throws -> Role {
    guard let role = try await Self.roles([self], in: tenant).first else {
      throw CommandFailure(status: CommandFailure.wrongCall, "a role has to be named.")
    }
    return role
  }

  /// The roles that are meant, each once, in the order in which they were named.
  ///
  /// The tenant's list of roles is read at most once.
  static func roles(
    _ selectors: [RoleSelector], in tenant: any AccessReading
  ) async throws -> [Role] {
    for selector in selectors { try selector.check() }
    let isNamed = selectors.contains { $0.id == nil }
    let all = isNamed ? try await tenant.roles(named: nil) : []
    var seen: Set<RoleID> = []
    var roles: [Role] = []
    for selector in selectors {
      let id = try selector.role(among: all)
      guard seen.insert(id).inserted else { continue }
      if let role = all.first(where: { $0.id == id }) {
        roles.append(role)
      } else {
        roles.append(try await read(id, in: tenant))
      }
    }
    return roles
  }

  private static func read(_ id: RoleID, in tenant: any AccessReading) async throws -> Role {
    do {
      return try await tenant.role(id)
    } catch let error as APIError where error.code == .notFound || error.code == .badRequest {
      throw CommandFailure(
        status: CommandFailure.wrongCall, "no role has the id \(id.rawValue).",
        "rolecall roles list has them all.")
    }
  }
}

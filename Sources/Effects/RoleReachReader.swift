import AccessModel
import ManagementAPI

/// Reads how far a role reaches, each part for itself.
struct RoleReachReader {
  private let api: any AccessReading

  init(_ api: any AccessReading) { self.api = api }

  /// How far a role reaches; what this token may not read is unknown.
  ///
  /// - Throws: `CancellationError`.
  func reach(of role: RoleID) async throws -> RoleReach {
    async let holders = fact {
      let page = try await api.members(ofRole: role, perPage: 1)
      return page.total ?? page.items.count
    }
    async let permissions = fact { try await api.permissions(ofRole: role).count }
    return RoleReach(holders: try await holders, permissions: try await permissions)
  }

  private func fact(_ read: () async throws -> Int) async throws -> Fact<Int> {
    do {
      return .known(try await read())
    } catch let error as APIError {
      return .unknown(error)
    }
  }
}

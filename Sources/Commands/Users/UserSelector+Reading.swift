import AccessModel
import FoundationEssentials
import ManagementAPI

extension UserSelector {
  /// The one user that is meant.
  ///
  /// - Throws: `CommandFailure` with the candidates where it is not just one, and `APIError`.
  func user(in tenant: any AccessReading) async throws -> User {
    switch kind {
    case .id:
      let id = UserID(text)
      do {
        return try await tenant.user(id).user
      } catch let error as APIError where error.code == .notFound {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "no user has the id \(id.rawValue).")
      } catch let error as APIError where error.code == .badRequest {
        try checkProvider()
        throw error
      }
    case .email:
      let email = text
      let users = try await tenant.users(withEmail: email)
      if let user = users.first, users.count == 1 { return user }
      throw CommandFailure(status: CommandFailure.wrongCall, lines: Self.lines(email, users))
    case .name:
      throw CommandFailure(
        status: CommandFailure.wrongCall, "many users may have the name \(text).",
        "Name the user by id: or email:; rolecall users list finds both.")
    }
  }

  /// Refuses a user's id that the API would not know: each begins with its provider.
  ///
  /// - Throws: `CommandFailure` that says how an id is written.
  func checkProvider() throws {
    let parts = text.split(separator: "|", maxSplits: 1)
    guard kind == .id, parts.count < 2 || text.hasPrefix("|") else { return }
    throw CommandFailure(
      status: CommandFailure.wrongCall, "\(text) is a user id without its provider.",
      "Write provider and id, such as auth0|63d17c50e99d3933163bdda9, or an email.")
  }

  private static func lines(_ email: String, _ users: [User]) -> [String] {
    guard !users.isEmpty else { return ["no user has the email \(email)."] }
    return ["\(users.count) users have the email \(email); name one by its id:"]
      + users.map(\.candidateLine)
  }
}

extension User {
  /// What tells this user from others of the same name or email.
  var candidateLine: String {
    let verified = isEmailVerified == true ? "verified" : "not verified"
    let login = lastLogin.map { $0.formatted(.iso8601) } ?? "never"
    return "id:\(id.rawValue)  \(connection)  \(verified)  latest login \(login)"
  }
}

import AccessModel
import FoundationEssentials
import ManagementAPI

/// How a person names one user on the command line.
enum UserSelector: Hashable {
  case id(UserID)
  case email(String)

  /// Takes a text as `id:` or `email:` say, else by its shape: what has a `|` is an id.
  init(_ text: String) {
    if text.hasPrefix("id:") {
      self = .id(UserID(String(text.dropFirst(3))))
    } else if text.hasPrefix("email:") {
      self = .email(String(text.dropFirst(6)))
    } else if text.contains("@"), !text.contains("|") {
      self = .email(text)
    } else {
      self = .id(UserID(text))
    }
  }

  /// The one user that is meant.
  ///
  /// - Throws: `CommandFailure` with the candidates where it is not just one, and `APIError`.
  func user(in tenant: any AccessReading) async throws -> User {
    switch self {
    case .id(let id):
      do {
        return try await tenant.user(id).user
      } catch let error as APIError where error.code == .notFound {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "no user has the id \(id.rawValue).")
      }
    case .email(let email):
      let users = try await tenant.users(withEmail: email)
      if let user = users.first, users.count == 1 { return user }
      throw CommandFailure(status: CommandFailure.wrongCall, lines: Self.lines(email, users))
    }
  }

  private static func lines(_ email: String, _ users: [User]) -> [String] {
    guard !users.isEmpty else { return ["no user has the email \(email)."] }
    let candidates = users.map { user in
      let verified = user.isEmailVerified == true ? "verified" : "not verified"
      let login = user.lastLogin.map { $0.formatted(.iso8601) } ?? "never"
      return "id:\(user.id.rawValue)  \(user.connection)  \(verified)  latest login \(login)"
    }
    return ["\(users.count) users have the email \(email); name one by its id:"] + candidates
  }
}

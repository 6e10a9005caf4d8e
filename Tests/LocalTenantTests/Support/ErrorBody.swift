/// The body of a call that failed, as the tests read it.
struct ErrorBody: Decodable, Equatable {
  var statusCode: Int
  var error: String
  var message: String
  var errorCode: String?
}

/// A user as the tests read one.
struct UserBody: Decodable, Equatable {
  var userId: String
  var email: String?
  var name: String?
  var loginsCount: Int?
  var blocked: Bool?
  var createdAt: String?
  var lastLogin: String?
}

/// A page of users with totals.
struct UsersEnvelope: Decodable, Equatable {
  var start: Int
  var limit: Int
  var length: Int
  var total: Int
  var users: [UserBody]
}

/// A role as the tests read one.
struct RoleBody: Decodable, Equatable {
  var id: String
  var name: String
  var description: String
}

/// A page of a role's members from a checkpoint on.
struct MembersCheckpoint: Decodable, Equatable {
  var users: [UserBody]
  var next: String?
}

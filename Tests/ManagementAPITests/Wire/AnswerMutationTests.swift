import AccessModel
import SeededRandomness
import Testing

@testable import ManagementAPI

/// Bodies as they were recorded, or as the API's document has them; 100,000 mutations of them in all.
@Suite("Answers, mutated", .timeLimit(.minutes(5)))
struct AnswerMutationTests {
  /// A body, and how the client reads it.
  struct Recording: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let read: @Sendable (Answer) throws(APIError) -> Void

    static func list<Item: ListItem>(
      _ type: Item.Type, _ operation: Operation, _ body: String
    ) -> Recording {
      Recording(testDescription: "\(operation)", body: body) { (answer) throws(APIError) in
        let _: ListAnswer<Item> = try answer.list(for: operation)
      }
    }

    static func value<Value: Decodable & SendableMetatype>(
      _ type: Value.Type, _ operation: Operation, _ body: String
    ) -> Recording {
      Recording(testDescription: "\(operation)", body: body) { (answer) throws(APIError) in
        _ = try answer.decoded(type, for: operation)
      }
    }
  }

  private static let recordings: [Recording] = [
    .list(
      User.self, .listUsers,
      #"{"start":0,"users":[{"user_id":"a|6","blocked":false,"created_at":"2023-01-25T19:00:32.884Z","identities":[{"user_id":63}],"app_metadata":{"authorization":{"A":{"roles":["a"]}}}}],"total":1}"#
    ),
    .list(
      RoleMember.self, .listRoleUsers,
      #"{"users":[{"user_id":"auth0|6410","email":"a@b","picture":"p","name":"n"}],"next":"MjAyMy0w"}"#
    ),
    .list(
      Permission.self, .listUserPermissions,
      #"{"permissions":[{"permission_name":"c:r","resource_server_identifier":"a","sources":[{"source_id":"","source_name":""}]}],"total":1}"#
    ),
    .list(
      ResourceServer.self, .listResourceServers,
      #"[{"id":"68","identifier":"a","scopes":[{"value":"c:r"}],"token_lifetime":7200,"enforce_policies":false,"token_dialect":"a","is_system":true}]"#
    ),
    .list(
      OrganizationMember.self, .listOrganizationMembers,
      #"{"members":[{"user_id":"auth0|1","email":null,"name":"n","roles":[{"id":"rol_1","name":"r"}]}],"start":0,"limit":50,"total":1}"#
    ),
    .list(
      UserSession.self, .listUserSessions,
      #"{"sessions":[{"id":"s","user_id":"u","created_at":{},"expires_at":"2023-01-25T19:00:32.884Z","device":{"last_ip":"1"},"clients":[{"client_id":"c"}]}],"next":"n"}"#
    ),
    .list(
      RefreshToken.self, .listUserRefreshTokens,
      #"{"tokens":[{"id":"t","expires_at":null,"client_id":"c","rotating":false,"resource_servers":[{"audience":"a","scopes":"openid"}]}]}"#
    ),
    .list(
      LogEntry.self, .listLogs,
      #"[{"log_id":"9002","date":{},"type":"sapi","details":{"request":{"body":{"roles":["rol_1"]},"method":"delete","path":"/api/v2/users/a%7C1/roles"},"response":{"statusCode":204}},"references":{"correlation_id":"p"}}]"#
    ),
    .value(
      ExportJob.self, .getJob,
      #"{"type":"users_export","status":"completed","created_at":"2023-01-25T17:48:15.325Z","id":"job_iS","location":"https://a/b?c","percentage_done":100,"time_left_seconds":0,"summary":{"total":1}}"#
    ),
    .value(
      EffectiveRole.self, .listUserEffectiveRoles,
      #"{"id":"rol_1","name":"r","description":"d","sources":["direct","groups"]}"#),
  ]

  private static let pieces = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "\\u", "0", "-", "e", "1e999", " ", "\0", "\u{FF}",
    "null", "true", "\"next\":", "\"total\":9e99,", "\u{301}",
  ].map { Array($0.utf8) }

  @Test("Each is read as it stands", arguments: recordings)
  func whole(recording: Recording) throws {
    try recording.read(Self.answer(Array(recording.body.utf8)))
  }

  @Test("10,000 mutations of each never trap, and none names a value", arguments: recordings)
  func mutations(recording: Recording) {
    let seed: UInt64 = 20_261_124
    var generator = SeededGenerator(seed: seed)
    let body = Array(recording.body.utf8)
    for round in 0..<10_000 {
      var bytes = body
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes.removeLast(bytes.count - place)
        case 1, 2: bytes.remove(at: place)
        case 3, 4: bytes[place] = .random(in: 0...255, using: &generator)
        default:
          bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
        }
      }
      do throws(APIError) {
        try recording.read(Self.answer(bytes))
      } catch {
        // Not an expectation each time: those take longer than what is tested.
        guard error.code == .unreadableAnswer, error.detail?.isEmpty == false else {
          Issue.record("seed \(seed), round \(round) of \(recording.testDescription): \(error)")
          return
        }
      }
    }
  }

  private static func answer(_ bytes: [UInt8]) -> Answer {
    Answer(status: 200, body: bytes, receivedAt: LoopbackServer.now)
  }
}

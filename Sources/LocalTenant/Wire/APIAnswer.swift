/// What a call answers when it succeeds.
struct APIAnswer: Sendable, Equatable {
  var status: Int
  /// Nil for an answer without a body.
  var body: JSON?

  /// 200 with a body.
  static func ok(_ body: JSON) -> APIAnswer { APIAnswer(status: 200, body: body) }

  /// 204, which has no body.
  static let noContent = APIAnswer(status: 204, body: nil)
}

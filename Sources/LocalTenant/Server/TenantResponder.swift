import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers each request: counts it, checks its token, and hands it to its route.
struct TenantResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  private static let largestBody = 1_048_576

  let store: TenantStore
  let authority: TokenAuthority
  let rateLimit: RateLimit
  let recorder: RequestRecorder
  let audience: TenantAudience
  let latency: Duration
  private let routes = RouteTable()

  init(
    store: TenantStore, authority: TokenAuthority, rateLimit: RateLimit,
    recorder: RequestRecorder, audience: TenantAudience, latency: Duration
  ) {
    self.store = store
    self.authority = authority
    self.rateLimit = rateLimit
    self.recorder = recorder
    self.audience = audience
    self.latency = latency
  }

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    var request = request
    var body: [UInt8]?
    do {
      body = Array(try await request.collectBody(upTo: Self.largestBody).readableBytesView)
    } catch is NIOTooManyBytesError {
      body = nil
    }
    let verdict = rateLimit.take()
    let answer: APIAnswer
    do {
      answer = try await self.answer(to: request, body: body, verdict: verdict)
    } catch {
      answer = APIAnswer(status: error.status.rawValue, body: error.body)
    }
    if latency > .zero { try await Task.sleep(for: latency) }
    record(request, body: body ?? [], status: answer.status)
    return response(answer, verdict, isBodyUnread: body == nil)
  }

  private func answer(
    to request: Request, body: [UInt8]?, verdict: TokenBucket.Verdict
  ) async throws(APIError) -> APIAnswer {
    guard verdict.isAllowed else { throw .tooManyRequests }
    guard let body else { throw .payloadTooLarge }
    let target = try RequestTarget(request.head.path ?? "")
    guard
      let (route, parameters) = routes.match(
        method: request.method.rawValue, segments: target.segments)
    else { throw .unknownPath }
    let grant = try await authority.grant(
      authorization: request.headers[.authorization], audience: audience.value ?? "", now: Date())
    try route.scopes.check(grant)
    return try route.handle(
      APICall(parameters: parameters, query: target.query, body: body, grant: grant), store)
  }

  private func record(_ request: Request, body: [UInt8], status: Int) {
    var headers: [RecordedRequest.Header] = []
    if let host = request.head.authority {
      headers.append(RecordedRequest.Header(name: "host", value: host))
    }
    for field in request.headers where field.name != .authorization {
      headers.append(RecordedRequest.Header(name: field.name.canonicalName, value: field.value))
    }
    recorder.record(
      RecordedRequest(
        method: request.method.rawValue, path: request.head.path ?? "", headers: headers,
        body: body, status: status))
  }

  private func response(
    _ answer: APIAnswer, _ verdict: TokenBucket.Verdict, isBodyUnread: Bool
  ) -> Response {
    var headers = HTTPFields()
    headers[.rateLimitLimit] = String(verdict.limit)
    headers[.rateLimitRemaining] = String(verdict.remaining)
    headers[.rateLimitReset] = String(rateLimit.resetSeconds(verdict))
    // What is left of a body that is too large is not read, so that no further request can follow.
    if isBodyUnread { headers[.connection] = "close" }
    let status = HTTPResponse.Status(code: answer.status)
    guard let body = answer.body else { return Response(status: status, headers: headers) }
    headers[.contentType] = "application/json; charset=utf-8"
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
  }
}

extension HTTPField.Name {
  fileprivate static let rateLimitLimit = named("x-ratelimit-limit")
  fileprivate static let rateLimitRemaining = named("x-ratelimit-remaining")
  fileprivate static let rateLimitReset = named("x-ratelimit-reset")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
    return name
  }
}

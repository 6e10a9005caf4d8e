import FoundationEssentials
import HTTPTypes

/// Answers calls of the Management API: counts each, checks its token, and hands it to its route.
struct ManagementEndpoint: Sendable {
  private static let longestTarget = 16_384

  private let store: TenantStore
  private let authority: TokenAuthority
  private let rateLimit: RateLimit
  private let issuers: TenantIssuers
  private let clock: TenantClock
  private let routes = RouteTable()

  init(
    store: TenantStore, authority: TokenAuthority, rateLimit: RateLimit, issuers: TenantIssuers,
    clock: TenantClock
  ) {
    self.store = store
    self.authority = authority
    self.rateLimit = rateLimit
    self.issuers = issuers
    self.clock = clock
  }

  /// Answers a call; a storm refuses it, whatever the rate limit says, and an expired token is
  /// taken to be one for this call alone.
  func reply(
    to request: IncomingRequest, isInStorm: Bool = false, isTokenExpired: Bool = false
  ) async -> Reply {
    let found = Self.isTooLong(request) ? nil : Result { try RequestTarget(request.target) }
    let match = found.flatMap { target -> RouteMatch? in
      guard case .success(let target) = target else { return nil }
      return routes.match(method: request.method, segments: target.segments)
    }
    var verdict = rateLimit.take(family(match?.route))
    if isInStorm { verdict.drain() }
    var reply: Reply
    do {
      guard verdict.isAllowed else {
        throw verdict.isGlobal ? APIError.tooManyRequests : APIError.tooManyOfAKind
      }
      guard let found else { throw APIError.uriTooLong }
      guard let body = request.body else { throw APIError.payloadTooLarge }
      let target = try found.get()
      guard let match else { throw APIError.unknownPath }
      reply = try await answer(
        match, target: target, body: body, request, isTokenExpired: isTokenExpired)
    } catch var error as APIError {
      if !store.configuration.unknowns.unauthorizedBodiesHaveAttributes { error.attribute = nil }
      reply = Reply(error)
    } catch {
      reply = Reply(APIError(.internalError, "Internal Server Error"))
    }
    describe(verdict, in: &reply)
    return reply
  }

  private typealias RouteMatch = (route: Route, parameters: [String])

  private static func isTooLong(_ request: IncomingRequest) -> Bool {
    request.target.utf8.count > longestTarget
  }

  private func family(_ route: Route?) -> LimitFamily {
    guard let route else { return .other }
    guard route.family == .roleWrites else { return route.family }
    switch store.configuration.unknowns.roleWriteFamily {
    case .other: return .other
    case .writeUsers: return .writeUsers
    }
  }

  private func answer(
    _ match: RouteMatch, target: RequestTarget, body: [UInt8], _ request: IncomingRequest,
    isTokenExpired: Bool
  ) async throws(APIError) -> Reply {
    guard !isTokenExpired else { throw .expiredToken }
    let grant = try await authority.grant(
      authorization: request.headers[.authorization], audiences: issuers.audiences,
      now: clock.now)
    try match.route.scopes.check(grant)
    let call = APICall(
      parameters: match.parameters, query: target.query, body: body, grant: grant,
      longestUserID: store.configuration.unknowns.longestUserID)
    do {
      let answer = try match.route.handle(call, store)
      log(match.route, call, request, status: answer.status)
      var reply = Reply(status: answer.status, json: answer.body)
      if let next = answer.nextQuery {
        let origin = store.read { $0.origin }
        reply.headers[.link] = "<\(origin)\(request.path)?\(next)>; rel=\"next\""
      }
      return reply
    } catch {
      if store.configuration.unknowns.failedWritesAreLogged {
        log(match.route, call, request, status: error.status.rawValue)
      }
      throw error
    }
  }

  /// Enters a call into the tenant's log if it is one that changes something.
  private func log(_ route: Route, _ call: APICall, _ request: IncomingRequest, status: Int) {
    guard let summary = route.summary else { return }
    let agent = request.headers[.userAgent] ?? "Other 0.0.0 / Other 0.0.0"
    let body = (try? JSONReader.read(call.body)) ?? .null
    let entry = LogEntry(
      id: "", date: store.now, type: status < 400 ? "sapi" : "fapi", description: summary,
      application: .management, ip: "127.0.0.1", userAgent: agent,
      call: LogEntry.Call(
        method: request.method, path: request.path,
        query: .object(
          call.query.lastValues.sorted { $0.key < $1.key }.map {
            JSON.Member($0.key, .string($0.value))
          }), body: body, scopes: call.grant.scopes.sorted(), userAgent: agent, status: status,
        correlationID: request.headers[.correlationID].map { String($0.prefix(64)) }))
    store.write { $0.logs.append(entry) }
  }

  private func describe(_ verdict: RateLimit.Verdict, in reply: inout Reply) {
    reply.headers[.rateLimitLimit] = String(verdict.bucket.limit)
    reply.headers[.rateLimitRemaining] = String(verdict.bucket.remaining)
    let reset = rateLimit.resetSeconds(verdict)
    reply.headers[.rateLimitReset] = String(reset)
    if reply.status == 429, store.configuration.unknowns.saysRetryAfter {
      let left = Double(reset) - clock.now.timeIntervalSince1970
      reply.headers[.retryAfter] = String(max(1, Int(left.rounded(.up))))
    }
  }
}

extension RateLimit.Verdict {
  /// Makes this the verdict of a bucket that is empty.
  fileprivate mutating func drain() {
    bucket.isAllowed = false
    bucket.remaining = 0
    isGlobal = true
  }
}

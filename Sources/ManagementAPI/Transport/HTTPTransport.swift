import AccessModel
import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// Carries a ``Request`` to a tenant and its ``Answer`` back, once.
struct HTTPTransport: Sendable {
  /// Where it goes.
  let endpoint: TenantEndpoint
  let limits: TransportLimits
  /// Measures the limit on the whole of an exchange.
  let clock: any Clock<Duration>
  /// The time of day, against which `Retry-After` counts.
  let now: @Sendable () -> Date
  /// The connections.
  let client: HTTPClient
  /// The connections to other hosts, over which an export's file comes as it is, however large.
  let downloads: HTTPClient

  /// Sends a request and gives the whole answer, whatever its status.
  ///
  /// - Parameters:
  ///   - request: What to send.
  ///   - token: The token that it bears, which belongs to the endpoint; `nil` for a request that needs
  ///     none.
  ///   - onHead: Told of the answer's head as it arrives, before the body; on any thread.
  /// - Throws: `APIError` where there is no whole answer; `CancellationError` where the task was
  ///   cancelled.
  func answer(
    to request: Request, bearing token: AccessToken?,
    onHead: @escaping @Sendable (Answer) -> Void = { _ in }
  ) async throws -> Answer {
    do {
      return try await withThrowingTaskGroup(of: Answer.self) { group in
        group.addTask { try await exchange(request, bearing: token, onHead) }
        // The client's own deadline ends with the head; this one covers the body as well.
        group.addTask {
          try await clock.sleep(for: limits.total)
          throw HTTPClientError.deadlineExceeded
        }
        defer { group.cancelAll() }
        guard let answer = try await group.next() else { throw CancellationError() }
        return answer
      }
    } catch {
      throw ConnectionFailure(error, at: endpoint, limits: limits).thrown(by: request.operation)
    }
  }

  private func exchange(
    _ request: Request, bearing token: AccessToken?, _ onHead: @Sendable (Answer) -> Void
  ) async throws -> Answer {
    let response = try await client.execute(
      call(for: request, bearing: token), deadline: .distantFuture)
    var answer = Answer(
      status: Int(response.status.code),
      headers: Dictionary(
        response.headers.map { ($0.name.lowercased(), $0.value) },
        uniquingKeysWith: { first, _ in first }),
      receivedAt: now())
    onHead(answer)
    let body = try await response.body.collect(upTo: limits.answerBytes)
    answer.body = Array(body.readableBytesView)
    return answer
  }

  private func call(for request: Request, bearing token: AccessToken?) -> HTTPClientRequest {
    var call = HTTPClientRequest(url: endpoint.baseURL + request.target)
    call.method = HTTPMethod(rawValue: request.method.rawValue)
    if let token {
      call.headers.add(name: "authorization", value: "Bearer \(token.secret.exposed)")
    }
    call.headers.add(name: "user-agent", value: "rolecall")
    for header in request.headers { call.headers.add(name: header.name, value: header.value) }
    if let body = request.body { call.body = .bytes(ByteBuffer(bytes: body)) }
    return call
  }
}

import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Receives each request, lets faults meet it, and keeps it on record.
final class TenantResponder: HTTPResponder, Sendable {
  typealias Context = TenantContext

  private static let largestBody = 1_048_576
  /// What is on record as the status of a request that got no answer.
  private static let noStatus = 0

  private let management: ManagementEndpoint
  private let open: PublicEndpoint
  private let recorder: RequestRecorder
  private let faults: TenantConfiguration.Faults
  private let latency: Duration
  private let answersHaveIDs: Bool
  private let count = Atomic<Int>(0)

  init(
    management: ManagementEndpoint, open: PublicEndpoint, recorder: RequestRecorder,
    configuration: TenantConfiguration
  ) {
    self.management = management
    self.open = open
    self.recorder = recorder
    faults = configuration.faults
    latency = configuration.latency
    answersHaveIDs = configuration.unknowns.answersHaveRequestIDs
  }

  func respond(to request: Request, context: TenantContext) async throws -> Response {
    var request = request
    var body: [UInt8]?
    do {
      body = Array(try await request.collectBody(upTo: Self.largestBody).readableBytesView)
    } catch is NIOTooManyBytesError {
      body = nil
    }
    let incoming = IncomingRequest(request, body: body)
    let number = count.wrappingAdd(1, ordering: .relaxed).oldValue
    let plan = faults.plan(request: number)
    var reply = await reply(to: incoming, plan)
    if answersHaveIDs { reply?.headers[.requestID] = "req_\(number)" }
    let delay = latency + plan.latency
    if delay > .zero { try await Task.sleep(for: delay) }
    record(request, body: body ?? [], status: reply?.status ?? Self.noStatus)
    guard let reply, plan.fault != .cutUnanswered else {
      try? await context.connection.close()
      throw ConnectionCut()
    }
    return response(reply, plan.fault, context, isBodyUnread: body == nil)
  }

  /// The connection was cut on purpose.
  private struct ConnectionCut: Error {}

  /// The answer; nil where the connection is cut before anything is done.
  private func reply(to request: IncomingRequest, _ plan: FaultPlan) async -> Reply? {
    switch plan.fault {
    case .cutBefore: return nil
    case .html:
      return Reply(status: 200, html: "<!DOCTYPE html><title>Sign in to the network</title>")
    case .serverError:
      if plan.serverError.isCarriedOut { _ = await answer(to: request, plan) }
      let status = APIError.Status(rawValue: plan.serverError.status) ?? .internalError
      return Reply(APIError(status, status.phrase))
    default: return await answer(to: request, plan)
    }
  }

  private func answer(to request: IncomingRequest, _ plan: FaultPlan) async -> Reply {
    if let reply = await open.reply(to: request) { return reply }
    return await management.reply(
      to: request, isInStorm: plan.isInStorm, isTokenExpired: plan.fault == .expiredToken)
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
    _ reply: Reply, _ fault: TenantConfiguration.Faults.Kind?, _ context: TenantContext,
    isBodyUnread: Bool
  ) -> Response {
    var headers = reply.headers
    // What is left of a body that is too large is not read, so that no further request can follow.
    // HTTP/2 has no such field: there a stream ends, and the connection goes on.
    if isBodyUnread, !context.isMultiplexed { headers[.connection] = "close" }
    let status = HTTPResponse.Status(code: reply.status)
    let whole = ByteBuffer(bytes: reply.body)
    let half = ByteBuffer(bytes: reply.body.prefix(reply.body.count / 2))
    switch fault {
    case .halfBody where !reply.body.isEmpty:
      return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: half))
    case .cutDuring:
      // At least a byte more is promised than is sent, also where there is no body.
      let promised = max(1, whole.readableBytes)
      return Response(
        status: reply.body.isEmpty ? .ok : status, headers: headers,
        body: ResponseBody(contentLength: promised) { writer in
          try await writer.write(half)
          throw ConnectionCut()
        })
    case .cutAfter:
      return Response(
        status: status, headers: headers,
        body: ResponseBody(contentLength: reply.body.isEmpty ? nil : whole.readableBytes) {
          writer in
          if whole.readableBytes > 0 { try await writer.write(whole) }
          try await writer.finish(nil)
          try await context.connection.close()
        })
    default:
      guard !reply.body.isEmpty else { return Response(status: status, headers: headers) }
      return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: whole))
    }
  }
}

import NIOCore
import NIOHTTP1

/// Answers the calls of one connection to a ``LimitedTenant``.
final class LimitedHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let tenant: LimitedTenant
  private var client = ""

  init(tenant: LimitedTenant) { self.tenant = tenant }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): client = head.headers.first(name: "x-correlation-id") ?? ""
    case .body: break
    case .end: receive(on: context.channel)
    }
  }

  /// Lets a call arrive after half of the latency, and its answer after the other half.
  private func receive(on channel: any Channel) {
    let (tenant, client, way) = (tenant, client, tenant.oneWay)
    guard way > .zero else {
      Self.answer(tenant.take(from: client), tenant, on: channel)
      return
    }
    channel.eventLoop.scheduleTask(in: way) {
      let verdict = tenant.take(from: client)
      channel.eventLoop.scheduleTask(in: way) { Self.answer(verdict, tenant, on: channel) }
    }
  }

  private static func answer(
    _ verdict: LimitedBucket.Verdict, _ tenant: LimitedTenant, on channel: any Channel
  ) {
    var headers = HTTPHeaders([
      ("x-ratelimit-limit", String(verdict.limit)),
      ("x-ratelimit-remaining", String(verdict.remaining)),
      ("x-ratelimit-reset", String(tenant.wholeSecond(verdict.reset))),
    ])
    if !verdict.isTaken { headers.add(name: "content-length", value: "0") }
    let status = verdict.isTaken ? HTTPResponseStatus.noContent : .tooManyRequests
    channel.write(
      HTTPServerResponsePart.head(.init(version: .http1_1, status: status, headers: headers)),
      promise: nil)
    channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
  }
}

import NIOCore
import NIOPosix

/// Sends bytes to a loopback port and reads what comes back until the connection is closed.
struct RawClient: Sendable {
  let port: Int

  /// One request with a head of these lines and `connection: close`, and its answer.
  func send(
    _ method: String, _ target: String, headers: [String] = [], body: [UInt8]? = nil
  ) async throws -> RawResponse {
    var lines = ["\(method) \(target) HTTP/1.1", "host: 127.0.0.1:\(port)", "connection: close"]
    lines += headers
    if let body { lines.append("content-length: \(body.count)") }
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return try RawResponse(try await exchange(Array(head.utf8) + (body ?? [])))
  }

  /// Sends the bytes as they are, and says that there are no more where that is asked for; the bytes
  /// that come back.
  func exchange(_ bytes: [UInt8], thenClosing: Bool = false) async throws -> [UInt8] {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel,
            configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(bytes: bytes))
      if thenClosing { outbound.finish() }
      var received: [UInt8] = []
      for try await buffer in inbound { received += Array(buffer.readableBytesView) }
      return received
    }
  }
}

import NIOCore
import NIOPosix
import Synchronization
import Testing

/// A proxy on this machine that joins every `CONNECT` with one port here, whatever host was asked for.
final class LoopbackProxy: Sendable {
  let port: Int
  private let heads = Mutex<[String]>([])

  /// What it was asked, with the lines of each head.
  var received: [String] { heads.withLock { $0 } }

  private init(port: Int) { self.port = port }

  /// Runs a body beside a proxy that leads to a port.
  static func run<Result: Sendable>(
    to target: Int, _ body: @escaping @Sendable (LoopbackProxy) async throws -> Result
  ) async throws -> Result {
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let proxy = LoopbackProxy(port: try #require(listener.channel.localAddress?.port))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try? await proxy.accept(on: listener, target) }
      defer { group.cancelAll() }
      return try await body(proxy)
    }
  }

  private func accept(
    on listener: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>, _ target: Int
  ) async throws {
    try await listener.executeThenClose { connections in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for try await connection in connections {
          group.addTask { try? await self.join(connection, target) }
        }
        group.cancelAll()
      }
    }
  }

  private func join(
    _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ target: Int
  ) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var parts = inbound.makeAsyncIterator()
      guard let head = try await parts.next() else { return }
      heads.withLock { $0.append(String(buffer: head)) }
      let other = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: "127.0.0.1", port: target) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          }
        }
      try await outbound.write(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n"))
      try await other.executeThenClose { back, forth in
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            for try await part in back { try await outbound.write(part) }
          }
          while let part = try await parts.next() { try await forth.write(part) }
          group.cancelAll()
        }
      }
    }
  }
}

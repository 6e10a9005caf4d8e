import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Testing

/// A server on this machine that keeps the bytes it gets and answers from a script, call by call.
///
/// A call that the script does not expect, and a reply that no call asked for, fail the test.
final class LoopbackServer: Sendable {
  private struct State {
    var script: [Reply]
    var received: [String] = []
    var faults: [String] = []
  }

  let port: Int
  /// Yields once for each call that has arrived whole.
  let arrivals: AsyncStream<Void>
  private let arrived: AsyncStream<Void>.Continuation
  private let state: Mutex<State>

  /// What stands in a tenant's domain.
  var domain: String { "127.0.0.1:\(port)" }

  /// The calls so far, as sent.
  var received: [String] { state.withLock { $0.received } }

  private init(port: Int, script: [Reply]) {
    self.port = port
    state = Mutex(State(script: script))
    (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
  }

  /// Runs a body with a server that answers by a script, and checks that all of it was played.
  static func run<Result: Sendable>(
    _ script: [Reply], certificate: TestCertificate? = nil,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: @escaping @Sendable (LoopbackServer) async throws -> Result
  ) async throws -> Result {
    let tls = try certificate?.serverContext()
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
          }
          return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let port = try #require(listener.channel.localAddress?.port)
    let server = LoopbackServer(port: port, script: script)
    let result = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await server.accept(on: listener) }
      defer { group.cancelAll() }
      return try await body(server)
    }
    server.state.withLock { state in
      for fault in state.faults { Issue.record("\(fault)", sourceLocation: sourceLocation) }
      for reply in state.script {
        Issue.record("never asked for: \(reply.expected)", sourceLocation: sourceLocation)
      }
    }
    return result
  }

  private func accept(
    on listener: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>
  ) async {
    // The client may end any connection, and the body the whole; neither is a fault of its own.
    try? await listener.executeThenClose { connections in
      await withDiscardingTaskGroup { group in
        do {
          for try await connection in connections {
            group.addTask { await self.serve(connection) }
          }
        } catch {}
        group.cancelAll()
      }
    }
  }

  private func serve(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
    try? await connection.executeThenClose { inbound, outbound in
      var bytes: [UInt8] = []
      var isSilent = false
      for try await part in inbound where !isSilent {
        bytes += Array(part.readableBytesView)
        if bytes.first == 0x16 {
          note(String(decoding: bytes, as: UTF8.self))
          return
        }
        while let call = Self.takeCall(from: &bytes) {
          let reply = answer(to: call)
          try await outbound.write(ByteBuffer(bytes: reply.bytes))
          switch reply.ending {
          case .keepAlive: break
          case .close: return
          case .silence: isSilent = true
          }
        }
      }
    }
  }

  /// Takes a whole call, head and body, from the front of the bytes.
  private static func takeCall(from bytes: inout [UInt8]) -> String? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound else { return nil }
    let head = String(decoding: bytes[..<end], as: UTF8.self)
    let length = head.lowercased().split(separator: "\r\n")
      .first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) }
    let whole = end + (length ?? 0)
    guard bytes.count >= whole else { return nil }
    defer { bytes.removeFirst(whole) }
    return String(decoding: bytes[..<whole], as: UTF8.self)
  }

  private func note(_ call: String) {
    state.withLock { $0.received.append(call) }
    arrived.yield()
  }

  private func answer(to call: String) -> Reply {
    let line = call.split(separator: "\r\n", maxSplits: 1).first.map(String.init) ?? ""
    let reply = state.withLock { state -> Reply? in
      guard !state.script.isEmpty else {
        state.faults.append("not expected: \(line)")
        return nil
      }
      let reply = state.script.removeFirst()
      if reply.expected != line { state.faults.append("expected \(reply.expected), got \(line)") }
      return reply
    }
    note(call)
    return reply ?? Reply(to: "", 599, then: .close)
  }
}

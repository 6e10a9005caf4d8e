import NIOCore
import NIOPosix
import Testing

@testable import LocalTenant

@Suite("The end of a tenant")
struct EndingTests {
  /// What a connection is in the middle of when the tenant ends.
  enum Moment: String, CaseIterable, Sendable {
    case connected = ""
    case withinHead = "GET /api/v2/users HTTP/1.1\r\nhost: x\r\n"
    case withinBody = "POST /api/v2/roles HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{"
    case answered = "GET /api/v2/users HTTP/1.1\r\nhost: x\r\n\r\n"
    case nonsense = "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}"
  }

  /// A connection that sends these bytes and then says nothing more, and does not read either.
  private static func connection(to port: Int, sending bytes: [UInt8]) async throws -> any Channel {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.autoRead, value: false)
      .connect(host: "127.0.0.1", port: port).get()
    if !bytes.isEmpty { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }
    return channel
  }

  @Test(
    "It ends while connections are in the middle of something", .timeLimit(.minutes(5)),
    arguments: Moment.allCases, [false, true])
  func moments(moment: Moment, isEncrypted: Bool) async throws {
    let server = TenantServer(
      configuration: TenantConfiguration(
        users: 10, rate: 100_000, tls: isEncrypted ? TenantConfiguration.TLS() : nil))
    let (channels, continuation) = AsyncStream.makeStream(of: (any Channel).self)
    try await RunningTenant.run(server) { tenant in
      for _ in 0..<20 {
        continuation.yield(
          try await Self.connection(
            to: tenant.address.port, sending: Array(moment.rawValue.utf8)))
      }
    }
    continuation.finish()
    for await channel in channels { try? await channel.close() }
  }

  @Test("It does not wait for an answer that takes ten minutes", .timeLimit(.minutes(5)))
  func slowAnswer() async throws {
    let server = TenantServer(
      configuration: TenantConfiguration(users: 10, latency: .seconds(600), rate: 100_000))
    let (channels, continuation) = AsyncStream.makeStream(of: (any Channel).self)
    try await RunningTenant.run(server) { tenant in
      continuation.yield(
        try await Self.connection(
          to: tenant.address.port, sending: Array(Moment.answered.rawValue.utf8)))
    }
    continuation.finish()
    for await channel in channels { try? await channel.close() }
  }

  @Test(
    "It ends while clients go on connecting", .timeLimit(.minutes(5)), arguments: [false, true])
  func stampede(isEncrypted: Bool) async throws {
    for _ in 0..<8 {
      let server = TenantServer(
        configuration: TenantConfiguration(
          users: 10, rate: 100_000, tls: isEncrypted ? TenantConfiguration.TLS() : nil))
      let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
      try await withThrowingTaskGroup(of: Void.self) { clients in
        clients.addTask {
          var channels: [any Channel] = []
          for await port in ports {
            while channels.count < 500,
              let channel = try? await Self.connection(to: port, sending: [71])
            {
              channels.append(channel)
            }
          }
          for channel in channels { try? await channel.close() }
        }
        try await RunningTenant.run(server) { tenant in
          continuation.yield(tenant.address.port)
          continuation.finish()
          while server.connections.count < 5 { await Task.yield() }
        }
      }
    }
  }
}

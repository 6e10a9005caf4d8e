import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Runs a server that ends in order when its task is cancelled.
///
/// A server that is simply cancelled drops connections which it has accepted and not yet looked at,
/// and NIO ends the whole process for each of these. So it is asked to stop instead: it accepts
/// nothing more, idle connections are closed, answers under way get ``patience`` to be finished,
/// and then whatever is left is closed.
struct OrderlyService: Sendable {
  /// How long connections that are in the middle of something may take to end.
  static let patience = Duration.milliseconds(500)

  private let group: ServiceGroup
  private let connections: OpenConnections

  /// A service whose connections all are in the list.
  init(_ service: any Service, connections: OpenConnections, logger: Logger) {
    self.connections = connections
    var configuration = ServiceGroupConfiguration(services: [service], logger: logger)
    // Only after the connections are closed: what then still waits is not waiting for a client.
    configuration.maximumGracefulShutdownDuration = Self.patience * 2
    group = ServiceGroup(configuration: configuration)
  }

  /// Runs the service until it fails or the task is cancelled.
  func run() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    // The task of a future is not cancelled together with this one.
    let end = loop.makeFutureWithTask { try await group.run() }
    try await withTaskCancellationHandler {
      try await end.get()
    } onCancel: {
      loop.makeFutureWithTask { await group.triggerGracefulShutdown() }.whenComplete { _ in
        loop.scheduleTask(in: TimeAmount(Self.patience)) { connections.close() }
      }
    }
  }
}

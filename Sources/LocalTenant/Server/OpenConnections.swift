import NIOCore
import NIOSSL
import Synchronization

/// The connections that are open, whatever they are in the middle of.
final class OpenConnections: Sendable {
  private struct State: Sendable {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  /// How many there are.
  var count: Int { state.withLock { $0.channels.count } }

  /// Adds a connection, which takes itself off the list when it ends.
  func add(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    let isTooLate = state.withLock { state in
      if !state.isClosed { state.channels[id] = channel }
      return state.isClosed
    }
    guard !isTooLate else {
      Self.close(channel)
      return
    }
    channel.closeFuture.whenComplete { _ in
      self.state.withLock { $0.channels[id] = nil }
    }
  }

  /// Ends every connection there and then, and any that is still to come.
  func close() {
    let channels = state.withLock { state in
      state.isClosed = true
      return Array(state.channels.values)
    }
    for channel in channels { Self.close(channel) }
  }

  private static func close(_ channel: any Channel) {
    channel.eventLoop.execute {
      // From behind TLS, whose own way of closing waits for a client that may never answer.
      if let tls = try? channel.pipeline.syncOperations.context(
        handlerType: NIOSSLServerHandler.self)
      {
        tls.close(promise: nil)
      } else {
        channel.close(promise: nil)
      }
    }
  }
}

import Hummingbird
import NIOCore

/// What a request comes with: its connection, which faults can cut.
struct TenantContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// Whether the request came over HTTP/2, where the channel is one of several streams: a stream's
  /// parent is the connection, and the connection's is the port.
  var isMultiplexed: Bool { channel.parent?.parent != nil }

  /// The whole connection, with whatever other requests it carries.
  var connection: any Channel {
    isMultiplexed ? channel.parent ?? channel : channel
  }
}

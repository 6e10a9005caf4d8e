import Synchronization

/// The audience that tokens must have, which is known once the port is.
final class TenantAudience: Sendable {
  private let box = Mutex<String?>(nil)

  /// The audience; nil until the tenant listens.
  var value: String? {
    get { box.withLock { $0 } }
    set { box.withLock { $0 = newValue } }
  }
}

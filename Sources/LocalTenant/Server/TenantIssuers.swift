import Synchronization

/// The addresses by which clients may know the tenant, which are known once the port is.
final class TenantIssuers: Sendable {
  private let box = Mutex<[String]>([])

  /// Each with its trailing slash, the tenant's own first; none until the tenant listens.
  var all: [String] {
    get { box.withLock { $0 } }
    set { box.withLock { $0 = newValue } }
  }

  /// The tenant's own; nil until it listens.
  var own: String? { all.first }

  /// The audiences that the Management API takes, the tenant's own first.
  var audiences: [String] { all.map(Self.audience) }

  /// The audience of the Management API of the tenant with this address.
  static func audience(_ issuer: String) -> String { "\(issuer)api/v2/" }
}

import AccessModel
import Synchronization

extension Tenant {
  static let local = Tenant(domain: "localhost", isProduction: false)
}

extension Timestamp {
  /// So many minutes after some moment.
  static func minute(_ number: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_764_000_000_000 + number * 60_000)
  }
}

/// Names that no two plans of a test have.
final class Names: Sendable {
  private let last = Mutex(0)

  func next() -> String {
    last.withLock { last in
      last += 1
      return "plan-\(last)"
    }
  }
}

import Synchronization

/// Keeps the latest requests, for tests that look at what was really sent.
final class RequestRecorder: Sendable {
  private struct Ring: Sendable {
    var requests: [RecordedRequest] = []
    var oldest = 0
  }

  private let capacity: Int
  private let ring = Mutex(Ring())

  init(capacity: Int = 10_000) {
    self.capacity = capacity
  }

  func record(_ request: RecordedRequest) {
    ring.withLock { ring in
      guard ring.requests.count == capacity else {
        ring.requests.append(request)
        return
      }
      ring.requests[ring.oldest] = request
      ring.oldest = (ring.oldest + 1) % capacity
    }
  }

  /// The latest requests, the oldest of them first.
  var requests: [RecordedRequest] {
    ring.withLock { ring in
      Array(ring.requests[ring.oldest...] + ring.requests[..<ring.oldest])
    }
  }
}

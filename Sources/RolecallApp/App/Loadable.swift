package import AccessModel
package import FoundationEssentials

/// Something that is read from the tenant: what is known of it, and what is under way.
///
/// An old value stays while a new one is read, and after a failure; its age says so.
package struct Loadable<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The last answer.
  package private(set) var value: Value?
  /// When the last answer came.
  package private(set) var readAt: Date?
  /// The read under way.
  package private(set) var reading: Generation?
  /// Why the last read brought nothing.
  package private(set) var error: APIError?
  /// The read that failed, while it is to be made again after a countdown.
  package private(set) var waiting: Generation?

  /// Nothing read yet.
  package init() {}

  /// Whether neither a value, nor a read under way, nor a failure is there.
  package var isUntouched: Bool { value == nil && reading == nil && error == nil }

  /// Notes that a read began; an older one is forgotten.
  package mutating func begin(_ generation: Generation) {
    reading = generation
    waiting = nil
  }

  /// Takes an answer.
  package mutating func succeed(_ value: Value, at now: Date) {
    self.value = value
    readAt = now
    reading = nil
    error = nil
    waiting = nil
  }

  /// Takes a failure; the value stays.
  package mutating func fail(_ error: APIError) {
    waiting = error.code == .rateLimited && error.retryAt != nil ? reading : nil
    self.error = error
    reading = nil
  }

  /// Forgets the read under way, whose reply will be dropped.
  package mutating func abandon() {
    reading = nil
    waiting = nil
  }

  /// Forgets the value, which something has made untrue.
  package mutating func invalidate() {
    self = Loadable()
  }
}

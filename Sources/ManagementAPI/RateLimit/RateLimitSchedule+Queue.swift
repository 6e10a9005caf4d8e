import AccessModel

extension RateLimitSchedule {
  /// A call that waits for its turn.
  struct Call: Hashable, Sendable {
    /// Its number: the lower, the sooner.
    let id: Int
    let operation: Operation
    let priority: CallPriority
    /// How many percent of what comes back it may use.
    let share: Int
  }

  /// A call that may be sent now.
  struct Turn: Hashable, Sendable {
    let call: Call
    let bucket: Int
    let sent: CallBucket.Sent
  }

  /// Calls that are alike, in the order in which they came.
  struct Lane: Sendable {
    private var calls: [Call] = []
    private var first = 0

    /// The call that is next; `nil` for none.
    var head: Call? { first < calls.count ? calls[first] : nil }

    /// Takes a call in: at the end, but before all that came later.
    mutating func add(_ call: Call) {
      var place = calls.count
      while place > first, calls[place - 1].id > call.id { place -= 1 }
      calls.insert(call, at: place)
    }

    /// Takes the call that is next away.
    mutating func removeHead() {
      first += 1
      guard first > 1_000, first * 2 > calls.count else { return }
      calls.removeFirst(first)
      first = 0
    }

    /// Takes a call away that waits no more.
    mutating func remove(_ id: Int) {
      calls.removeSubrange(..<first)
      first = 0
      calls.removeAll { $0.id == id }
    }
  }

  /// What makes calls alike.
  struct LaneKey: Hashable, Sendable {
    let operation: Operation
    let priority: CallPriority
    let share: Int

    init(_ call: Call) {
      operation = call.operation
      priority = call.priority
      share = call.share
    }
  }
}

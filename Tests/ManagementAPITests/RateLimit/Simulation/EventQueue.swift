/// What happens next in virtual time: the earliest first, and what came first of what is equal.
struct EventQueue<Event> {
  private var heap: [(time: Double, number: Int, event: Event)] = []
  private var number = 0

  /// Lets something happen at a time.
  mutating func add(_ event: Event, at time: Double) {
    number += 1
    heap.append((time, number, event))
    var index = heap.count - 1
    while index > 0, isBefore(index, (index - 1) / 2) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Takes what happens next; `nil` where nothing does.
  mutating func next() -> (time: Double, event: Event)? {
    guard !heap.isEmpty else { return nil }
    heap.swapAt(0, heap.count - 1)
    let first = heap.removeLast()
    var index = 0
    while true {
      let children = [2 * index + 1, 2 * index + 2].filter { $0 < heap.count }
      guard let least = children.min(by: isBefore), isBefore(least, index) else { break }
      heap.swapAt(index, least)
      index = least
    }
    return (first.time, first.event)
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    (heap[one].time, heap[one].number) < (heap[other].time, heap[other].number)
  }
}

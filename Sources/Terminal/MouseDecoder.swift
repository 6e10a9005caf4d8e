import Canvas

/// Turns reports of the mouse into events, and two clicks into a double click.
struct MouseDecoder {
  typealias Instant = SuspendingClock.Instant

  /// How soon a second click at the same place must follow.
  static let doubleClickTime = Duration.milliseconds(400)

  private var lastClick: (position: Position, instant: Instant)?

  /// A report in the SGR form: `parameters` are those between `ESC [ <` and the final letter.
  mutating func decode(
    parameters: some Sequence<UInt8>, final: UInt8, at instant: Instant
  ) -> Event? {
    let numbers = String(decoding: Array(parameters), as: UTF8.self).split(
      separator: ";", omittingEmptySubsequences: false
    ).map { Int($0) }
    guard final == UInt8(ascii: "M"), numbers.count == 3, let button = numbers[0],
      let column = numbers[1], let row = numbers[2]
    else { return nil }
    return decode(button: button, column: column, row: row, at: instant)
  }

  /// A report in the old form: three bytes after `ESC [ M`, each with 32 added.
  mutating func decode(legacy bytes: [UInt8], at instant: Instant) -> Event? {
    guard bytes.count == 3 else { return nil }
    let numbers = bytes.map { Int($0) - 32 }
    return decode(button: numbers[0], column: numbers[1], row: numbers[2], at: instant)
  }

  private mutating func decode(button: Int, column: Int, row: Int, at instant: Instant) -> Event? {
    guard column > 0, row > 0 else { return nil }
    let position = Position(column: column - 1, row: row - 1)
    switch button {
    case 0: return .mouse(Mouse(click(at: position, instant), at: position))
    case 64: return .mouse(Mouse(.wheelUp, at: position))
    case 65: return .mouse(Mouse(.wheelDown, at: position))
    // Other buttons, movements, and anything with Shift, Alt or Ctrl held.
    default: return nil
    }
  }

  private mutating func click(at position: Position, _ instant: Instant) -> Mouse.Action {
    if let last = lastClick, last.position == position,
      last.instant.duration(to: instant) <= Self.doubleClickTime
    {
      lastClick = nil
      return .doubleClick
    }
    lastClick = (position, instant)
    return .click
  }
}

import AccessModel
import Canvas

/// The fields and the buttons of a question: where they stand, and how they look.
package struct QuestionFoot {
  /// A button besides Cancel and the one that does it.
  package struct Extra: Hashable, Sendable {
    /// What it is.
    package var focus: Consent.Focus
    /// Its words.
    package var label: String

    /// A button.
    package init(_ focus: Consent.Focus, _ label: String) {
      self.focus = focus
      self.label = label
    }
  }

  /// Why the last try did nothing; `nil` where there is no room.
  let refusalRow: Int?
  /// What is to be typed; `nil` where nothing is.
  let phraseRow: Int?
  /// Where the reason is typed; `nil` where there is no room.
  let reasonRow: Int?
  /// The button that leaves everything as it is.
  let cancelRect: Rect
  /// The button that does it.
  let confirmRect: Rect
  /// The other buttons, those that have room.
  let extras: [(extra: Extra, rect: Rect)]

  private let label: String
  private let key: String

  init(rect: Rect, rung: ConfirmRung?, isBlocked: Bool, label: String, extras wanted: [Extra]) {
    self.label = label
    key = rung == .key && !isBlocked ? "y" : ""
    let buttons = rect.bottom - 1
    let wantsPhrase = rung?.phrase != nil
    reasonRow = buttons - 1 >= rect.top ? buttons - 1 : nil
    // In the order in which Tab goes through them.
    phraseRow = wantsPhrase && buttons - 2 >= rect.top ? buttons - 2 : nil
    let fields = wantsPhrase ? 2 : 1
    let rows = Self.places(of: wanted, in: rect.columns)
    let first = buttons - fields - Self.rows(of: wanted, in: rect.columns)
    extras = zip(wanted, rows).compactMap { extra, place in
      let row = first + place.row
      guard row >= rect.top else { return nil }
      return (extra, Button(extra.label).rect(at: rect.left + place.column, row))
    }
    refusalRow = first > rect.top ? rect.top : nil

    let cancel = Button("Cancel")
    let confirm = Button(label, key: key)
    let left = rect.left + max(0, (rect.columns - cancel.columns - confirm.columns - 6) / 2)
    cancelRect = cancel.rect(at: left, buttons)
    confirmRect = confirm.rect(at: cancelRect.right + 6, buttons)
  }

  /// How many rows they need.
  static func rows(for rung: ConfirmRung?, extras: [Extra] = [], columns: Int = 0) -> Int {
    (rung?.phrase == nil ? 3 : 4) + rows(of: extras, in: columns)
  }

  /// The button that leaves everything as it is.
  func cancel(isFocused: Bool) -> Button { Button("Cancel", state: isFocused ? .focused : .plain) }

  /// The button that does it; dim until it would.
  func confirm(isFocused: Bool, isReady: Bool) -> Button {
    Button(label, key: key, state: isFocused ? .focused : isReady ? .plain : .disabled)
  }

  private static func rows(of extras: [Extra], in columns: Int) -> Int {
    places(of: extras, in: columns).last.map { $0.row + 1 } ?? 0
  }

  /// Where buttons stand one after the other, in as many rows as they need.
  private static func places(
    of extras: [Extra], in columns: Int
  ) -> [(column: Int, row: Int)] {
    var (column, row) = (0, 0)
    return extras.map { extra in
      let width = Button(extra.label).columns
      if column > 0, column + width > columns { (column, row) = (0, row + 1) }
      defer { column += width + 2 }
      return (column, row)
    }
  }
}

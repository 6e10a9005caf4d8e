import AccessModel
import Canvas

/// The fields and the buttons of the question: where they stand, and how they look.
struct RemovalFoot {
  /// Why the last try did nothing; `nil` where there is no room.
  let refusalRow: Int?
  /// What is to be typed; `nil` where nothing is.
  let phraseRow: Int?
  /// Where the reason is typed; `nil` where there is no room.
  let reasonRow: Int?
  /// The button that leaves everything as it is.
  let cancelRect: Rect
  /// The button that removes.
  let removeRect: Rect

  private let key: String

  init(rect: Rect, rung: ConfirmRung?, isBlocked: Bool) {
    key = rung == .key && !isBlocked ? "y" : ""
    let buttons = rect.bottom - 1
    let wantsPhrase = rung?.phrase != nil
    reasonRow = buttons - 1 >= rect.top ? buttons - 1 : nil
    // In the order in which Tab goes through them.
    phraseRow = wantsPhrase && buttons - 2 >= rect.top ? buttons - 2 : nil
    refusalRow = buttons - (wantsPhrase ? 2 : 1) > rect.top ? rect.top : nil

    let cancel = Button("Cancel")
    let remove = Button("Remove", key: key)
    let left = rect.left + max(0, (rect.columns - cancel.columns - remove.columns - 6) / 2)
    cancelRect = cancel.rect(at: left, buttons)
    removeRect = remove.rect(at: cancelRect.right + 6, buttons)
  }

  /// How many rows they need.
  static func rows(for rung: ConfirmRung?) -> Int { rung?.phrase == nil ? 3 : 4 }

  /// The button that leaves everything as it is.
  func cancel(isFocused: Bool) -> Button { Button("Cancel", state: isFocused ? .focused : .plain) }

  /// The button that removes; dim until it would.
  func remove(isFocused: Bool, isReady: Bool) -> Button {
    Button(
      "Remove", key: key, state: isFocused ? .focused : isReady ? .plain : .disabled)
  }
}

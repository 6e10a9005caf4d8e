extension Key {
  /// The key's name in a hint line, as short as a reader can tell it.
  package var label: String {
    switch self {
    case .character(" "): "␣"
    case .character(let character): String(character)
    case .control(let letter): "^" + letter.uppercased()
    case .enter: "⏎"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "⇧tab"
    case .backspace: "⌫"
    case .delete: "del"
    case .insert: "ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "home"
    case .end: "end"
    case .pageUp: "pgup"
    case .pageDown: "pgdn"
    case .function(let number): "F\(number)"
    }
  }
}

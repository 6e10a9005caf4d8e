extension Key {
  /// The keys that have a name in angle brackets.
  private static let names: [(name: String, key: Key)] = [
    ("enter", .enter), ("esc", .escape), ("tab", .tab), ("s-tab", .backTab), ("bs", .backspace),
    ("del", .delete), ("ins", .insert), ("up", .up), ("down", .down), ("left", .left),
    ("right", .right), ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown),
    ("space", .character(" ")), ("lt", .character("<")),
  ]

  /// A key as tests and documents write it: `j`, `<enter>`, `<c-r>`, `<f1>`, `<lt>`.
  package init?(notation: String) {
    guard let keys = [Key](notation: notation), keys.count == 1 else { return nil }
    self = keys[0]
  }

  /// The key as tests and documents write it.
  package var notation: String {
    if let name = Self.names.first(where: { $0.key == self })?.name { return "<\(name)>" }
    return switch self {
    case .character(let character): String(character)
    case .control(let letter): "<c-\(letter)>"
    case .function(let number): "<f\(number)>"
    default: ""
    }
  }

  /// What stands between angle brackets.
  fileprivate init?(name: Substring) {
    if let key = Self.names.first(where: { $0.name == name })?.key {
      self = key
    } else if name.hasPrefix("c-"), name.count == 3, let letter = name.last {
      self = .control(letter)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

extension [Key] {
  /// Keys one after the other, such as `jj<enter>d`; `nil` if a name is not known or not closed.
  package init?(notation: String) {
    self = []
    var rest = Substring(notation)
    while let first = rest.popFirst() {
      if first == "<" {
        guard let end = rest.firstIndex(of: ">"), let key = Key(name: rest[..<end]) else {
          return nil
        }
        append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        append(.character(first))
      }
    }
  }

  /// The keys as tests and documents write them.
  package var notation: String { map(\.notation).joined() }
}

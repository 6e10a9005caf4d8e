/// A line that a person types.
package struct TextField: Hashable, Sendable {
  /// What has been typed.
  package private(set) var text: String
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int
  /// How many characters it takes.
  package let maximumLength: Int

  /// A field with a text in it, and the cursor behind that.
  package init(text: String = "", maximumLength: Int = 1_000) {
    self.maximumLength = max(0, maximumLength)
    self.text = String(Self.line(text).prefix(self.maximumLength))
    self.cursor = self.text.count
  }

  /// Whether nothing has been typed.
  package var isEmpty: Bool { text.isEmpty }

  /// Acts on a key; `false` if the key is not for the field.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .control("a"), .home: cursor = 0
    case .control("e"), .end: cursor = text.count
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    case .control("w"): remove(startOfWord..<cursor)
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete: remove(cursor..<min(text.count, cursor + 1))
    default: return false
    }
    return true
  }

  /// Takes a pasted text; line breaks become spaces and control characters are left out.
  package mutating func paste(_ text: String) {
    insert(text)
  }

  private var startOfWord: Int {
    let before = Array(text.prefix(cursor))
    guard let end = before.lastIndex(where: { $0 != " " }) else { return 0 }
    return before[..<end].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }

  private mutating func remove(_ range: Range<Int>) {
    let characters = Array(text)
    text = String(characters[..<range.lowerBound] + characters[range.upperBound...])
    cursor = min(range.lowerBound, text.count)
  }

  private mutating func insert(_ more: String) {
    let room = maximumLength - text.count
    let head = text.prefix(cursor) + Self.line(more).prefix(max(0, room))
    let tail = text.dropFirst(cursor)
    // What was inserted may join with its neighbours: only the whole says how many characters it makes.
    text = String((head + tail).prefix(maximumLength))
    cursor = min(head.count, text.count)
  }

  /// A text without line breaks and control characters.
  private static func line(_ text: String) -> String {
    var line = ""
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\t":
        line.unicodeScalars.append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: line.unicodeScalars.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return line
  }
}

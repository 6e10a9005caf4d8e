/// A pattern made ready to be compared with many texts.
struct TextMatcher: Sendable {
  private enum Kind: Sendable {
    case exact([UInt8])
    case prefix([UInt8])
    case suffix([UInt8])
    case contains([UInt8])
    case pattern([TextPattern.Piece])
  }

  private let kind: Kind

  /// A matcher for texts as they are, or (`isFolded`) for texts that were folded to lower case.
  init(_ pattern: TextPattern, isFolded: Bool) {
    let pieces = isFolded ? Self.folded(pattern.pieces) : pattern.pieces
    let isOpenAtStart = pieces.first == .many
    let isOpenAtEnd = pieces.last == .many && pieces.count > 1
    let inner = TextPattern(
      Array(pieces.dropFirst(isOpenAtStart ? 1 : 0).dropLast(isOpenAtEnd ? 1 : 0)))
    guard let literal = inner.literal else {
      kind = .pattern(pieces)
      return
    }
    let bytes = Array(literal.utf8)
    kind =
      switch (isOpenAtStart, isOpenAtEnd) {
      case (false, false): .exact(bytes)
      case (false, true): .prefix(bytes)
      case (true, false): .suffix(bytes)
      case (true, true): .contains(bytes)
      }
  }

  /// Whether a text, given as UTF-8, is one that the pattern stands for.
  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    switch kind {
    case .exact(let bytes): text.elementsEqual(bytes)
    case .prefix(let bytes): text.starts(with: bytes)
    case .suffix(let bytes): text.suffix(bytes.count).elementsEqual(bytes)
    case .contains(let bytes): Self.contains(text, bytes)
    case .pattern(let pieces): Self.matches(text, pieces)
    }
  }

  /// Whether a text is one that the pattern stands for.
  func matches(_ text: String) -> Bool {
    matches(Array(text.utf8)[...])
  }

  private static func folded(_ pieces: [TextPattern.Piece]) -> [TextPattern.Piece] {
    pieces.flatMap { piece -> [TextPattern.Piece] in
      guard case .literal(let scalar) = piece else { return [piece] }
      return String(Character(scalar)).lowercased().unicodeScalars.map(TextPattern.Piece.literal)
    }
  }

  private static func contains(_ text: ArraySlice<UInt8>, _ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard text.count >= bytes.count else { return false }
    var start = text.startIndex
    let last = text.endIndex - bytes.count
    while start <= last {
      if text[start] == first {
        var offset = 1
        while offset < bytes.count, text[start + offset] == bytes[offset] { offset += 1 }
        if offset == bytes.count { return true }
      }
      start += 1
    }
    return false
  }

  /// The greedy way with one place to come back to, which is never worse than quadratic.
  private static func matches(_ text: ArraySlice<UInt8>, _ pieces: [TextPattern.Piece]) -> Bool {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var (position, piece) = (0, 0)
    var retry: (position: Int, piece: Int)?
    while position < scalars.count {
      if piece < pieces.count {
        switch pieces[piece] {
        case .many:
          retry = (position, piece)
          piece += 1
          continue
        case .one:
          position += 1
          piece += 1
          continue
        case .literal(let scalar) where scalar == scalars[position]:
          position += 1
          piece += 1
          continue
        case .literal: break
        }
      }
      guard let last = retry else { return false }
      retry = (last.position + 1, last.piece)
      position = last.position + 1
      piece = last.piece + 1
    }
    return pieces[piece...].allSatisfy { $0 == .many }
  }
}

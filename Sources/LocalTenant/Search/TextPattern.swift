/// A text to compare with, in which some places may stand for anything.
struct TextPattern: Sendable, Equatable {
  /// One place of a pattern.
  enum Piece: Sendable, Equatable {
    case literal(Unicode.Scalar)
    /// `?`: any one character.
    case one
    /// `*`: any text, or none.
    case many
  }

  var pieces: [Piece]

  init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Exactly this text.
  init(literal text: String) {
    pieces = text.unicodeScalars.map(Piece.literal)
  }

  /// The text, where no place stands for anything else.
  var literal: String? {
    var scalars = String.UnicodeScalarView()
    for piece in pieces {
      guard case .literal(let scalar) = piece else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether the pattern begins with a wildcard, and so reads every text to its end.
  var beginsWithWildcard: Bool {
    switch pieces.first {
    case .one, .many: true
    case .literal, nil: false
    }
  }

  /// The number of places that stand for themselves.
  var literalCount: Int {
    pieces.count { piece in
      if case .literal = piece { true } else { false }
    }
  }
}

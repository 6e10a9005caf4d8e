/// A text made ready for being looked for by a few of its letters, in their order.
///
/// `bad` finds "Billing Admin" as well as "Rebadge": what stands at the beginning of words, and what stands
/// together, counts most.
package struct FuzzyText: Hashable, Sendable {
  private let letters: [Unicode.Scalar]
  private let startsWord: [Bool]

  /// A text to look in; case does not count.
  package init(_ text: String) {
    var letters: [Unicode.Scalar] = []
    var starts: [Bool] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isWord = Self.isWord(scalar)
      let isHump =
        scalar.properties.isUppercase && (previous.map(\.properties.isLowercase) ?? false)
      let begins = isWord && (previous.map { !Self.isWord($0) } ?? true || isHump)
      for (index, lower) in scalar.properties.lowercaseMapping.unicodeScalars.enumerated() {
        letters.append(lower)
        starts.append(begins && index == 0)
      }
      previous = scalar
    }
    self.letters = letters
    startsWord = starts
  }

  /// How well the text fits what was typed; the more, the better.
  ///
  /// - Parameter query: Words with spaces between; each must be found, in any order.
  /// - Returns: `nil` where it does not fit; 0 where nothing was typed.
  package func score(_ query: FuzzyQuery) -> Int? {
    var total = 0
    for word in query.words {
      guard let score = score(word) else { return nil }
      total += score
    }
    return total
  }

  /// The best way of finding the letters one after the other: by the best way to each of the text's letters.
  private func score(_ word: [Unicode.Scalar]) -> Int? {
    guard hasInOrder(word) else { return nil }
    // The best score of the letters so far, the last of them standing just here.
    var before = [Int](repeating: Self.impossible, count: letters.count)
    for (number, wanted) in word.enumerated() {
      // The best that ends anywhere before, and what ended just before.
      var best = number == 0 ? 0 : Self.impossible
      var last = Self.impossible
      for place in letters.indices {
        let ended = before[place]
        if letters[place] == wanted {
          let own =
            (startsWord[place] ? Self.wordStart : 1)
            + (number == 0 && place == 0 ? Self.textStart : 0)
          before[place] = own + max(best, last + Self.together)
        } else {
          before[place] = Self.impossible
        }
        if number > 0 {
          best = max(best, ended)
          last = ended
        }
      }
    }
    return before.max()
  }

  /// Whether the letters are there at all; most texts are out after this.
  private func hasInOrder(_ word: [Unicode.Scalar]) -> Bool {
    var next = word.startIndex
    for letter in letters where letter == word[next] {
      next += 1
      if next == word.endIndex { return true }
    }
    return false
  }

  /// Less than any score, and far enough from the least number to be added to.
  private static let impossible = Int.min / 2
  private static let wordStart = 8
  private static let together = 8
  private static let textStart = 3

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// What was typed to find something, made ready for being compared.
package struct FuzzyQuery: Hashable, Sendable {
  /// The words, in small letters.
  let words: [[Unicode.Scalar]]

  /// What was typed.
  package init(_ text: String) {
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
  }
}

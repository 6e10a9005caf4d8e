/// Given and family names of one script, from which people are named.
struct NamePool: Sendable {
  /// A name, and how it is written in an email address.
  struct Name: Sendable, Equatable {
    var text: String
    var slug: String
  }

  /// How the two names are put together.
  enum Order: Sendable {
    case givenFirst
    case familyFirst
  }

  let given: [Name]
  let family: [Name]
  let order: Order
  /// What stands between the two names.
  let separator: String
  /// How many of a hundred people are named from here.
  let share: Int

  /// Reads names with white space between, each as `Näme/name`, or `Name` where it is ASCII.
  init(
    share: Int, order: Order = .givenFirst, separator: String = " ", given: String, family: String
  ) {
    self.share = share
    self.order = order
    self.separator = separator
    self.given = Self.names(given)
    self.family = Self.names(family)
  }

  private static func names(_ text: String) -> [Name] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      let parts = word.split(separator: "/")
      return Name(text: String(parts[0]), slug: String(parts[parts.count - 1]).lowercased())
    }
  }

  /// The whole name.
  func fullName(_ given: Name, _ family: Name) -> String {
    switch order {
    case .givenFirst: given.text + separator + family.text
    case .familyFirst: family.text + separator + given.text
    }
  }

  /// Every script's names; their shares add up to 100.
  static let all: [NamePool] = [
    plainLatin, markedLatin, cyrillic, greek, arabic, hebrew, chinese, japanese, kana, korean,
    devanagari, thai,
  ]
}

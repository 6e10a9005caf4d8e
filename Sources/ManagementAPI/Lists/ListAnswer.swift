/// A page of a list in any shape that the API gives it: a bare array, an object that counts, or one that
/// says where to go on.
struct ListAnswer<Item: ListItem>: Decodable, Hashable, Sendable {
  var items: [Item]
  /// How many items precede them; `nil` where the tenant does not say.
  var start: Int?
  /// How many a page holds at most; `nil` where the tenant does not say.
  var limit: Int?
  /// How many the whole list has; `nil` where the tenant does not say.
  var total: Int?
  /// The checkpoint from which to go on; `nil` for none.
  var next: String?

  init(
    items: [Item], start: Int? = nil, limit: Int? = nil, total: Int? = nil, next: String? = nil
  ) {
    self.items = items
    self.start = start
    self.limit = limit
    self.total = total
    self.next = next
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    guard (try? decoder.unkeyedContainer()) == nil else {
      self.init(items: try decoder.singleValueContainer().decode([Item].self))
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    func count(_ name: String) -> Int? {
      (try? container.decode(Int.self, forKey: Key(stringValue: name))).flatMap {
        $0 < 0 ? nil : $0
      }
    }
    self.init(
      items: try container.decode([Item].self, forKey: Key(stringValue: Item.listKey)),
      start: count("start"), limit: count("limit"), total: count("total"),
      next: (try? container.decode(String.self, forKey: Key(stringValue: "next"))).flatMap {
        $0.isEmpty ? nil : $0
      })
  }
}

import AccessModel

extension Answer {
  /// Reads a page of a list; its items keep the bytes that described them where they do so.
  ///
  /// - Throws: As ``decoded(_:for:)`` does.
  func list<Item: ListItem>(for operation: Operation) throws(APIError) -> ListAnswer<Item> {
    var list = try decoded(ListAnswer<Item>.self, for: operation)
    guard Item.keepsJSON,
      let elements = try? RawJSON(bytes: body).elements(under: Item.listKey),
      elements.count == list.items.count
    else { return list }
    for (index, element) in elements.enumerated() { list.items[index].keep(element) }
    return list
  }
}

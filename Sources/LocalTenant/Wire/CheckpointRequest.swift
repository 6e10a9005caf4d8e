/// How much of a list a call asks for, from a checkpoint on.
struct CheckpointRequest: Sendable, Equatable {
  var take: Int
  var from: Checkpoint?

  /// The first page.
  init() {
    take = 50
  }

  /// Reads `take` and `from`; nil where the call gives neither and so pages by offset.
  ///
  /// - Throws: 400 for a `take` out of bounds and for a cursor that is not one of ours.
  init?(_ query: QueryParameters) throws(APIError) {
    guard query["take"] != nil || query["from"] != nil else { return nil }
    take =
      try query.integer(
        "take", in: 1...100, about: "Number of results per page. Defaults to 50") ?? 50
    guard let cursor = query["from"] else { return }
    guard let checkpoint = Checkpoint(cursor: cursor) else { throw .invalidCheckpoint }
    from = checkpoint
  }

  /// The answer for one page: `{"users":[...],"next":"..."}`, without `next` on the last one.
  func answer(_ items: [JSON], next: Checkpoint?, as name: String) -> APIAnswer {
    var members = [JSON.Member(name, .array(items))]
    if let next { members.append(JSON.Member("next", .string(next.cursor))) }
    return .ok(.object(members))
  }

  /// The answer for one page of a list in which every item has its place by itself: the page
  /// begins behind the item that the cursor names, or where that item was.
  func answer<Item>(
    _ items: [Item], as name: String, id: (Item) -> String, json: (Item) -> JSON
  ) -> APIAnswer {
    var rest = items[...]
    if let from {
      let place = items.firstIndex { id($0) == from.id }
      rest = place.map { items[($0 + 1)...] } ?? items[min(from.place, items.count)...]
    }
    let page = rest.prefix(take)
    let next = page.count < rest.count ? page.last : nil
    return answer(
      page.map(json),
      next: next.map {
        Checkpoint(time: Timestamp(milliseconds: Int64(page.endIndex)), id: id($0))
      },
      as: name)
  }
}

extension Checkpoint {
  /// For a list without times: how many items stood before the place.
  fileprivate var place: Int { max(0, Int(clamping: time.milliseconds)) }
}

/// How much of a list a call asks for, from a checkpoint on.
struct CheckpointRequest: Sendable, Equatable {
  var take: Int
  var from: Checkpoint?

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
}

/// The members that a call asks for, through `fields` and `include_fields`.
struct FieldSelection: Sendable, Equatable {
  /// Nil for all of them.
  var names: Set<String>?
  /// Whether ``names`` are the ones wanted or the ones left out.
  var isInclusion = true

  /// All members.
  static let everything = FieldSelection()

  private init() {}

  /// Reads `fields` and `include_fields`.
  init(_ query: QueryParameters) throws(APIError) {
    isInclusion =
      try query.boolean(
        "include_fields",
        about: "Whether specified fields are to be included (true) or excluded (false).") ?? true
    names = query["fields"].map { Set($0.split(separator: ",").map(String.init)) }
  }

  /// Whether a member is wanted.
  func has(_ name: String) -> Bool {
    guard let names else { return true }
    return names.contains(name) == isInclusion
  }

  /// An object with the members that are wanted.
  func applied(to json: JSON) -> JSON {
    guard names != nil, case .object(let members) = json else { return json }
    return .object(members.filter { has($0.name) })
  }
}

import AccessModel

/// Something that a typed text can be looked for in.
protocol Filterable: Identifiable, Hashable, Sendable where ID: Sendable {
  /// The texts in which it is looked for.
  var filterTexts: [String] { get }
}

extension Filterable {
  /// Whether one of its texts holds another, whatever the case.
  func matches(_ text: String) -> Bool {
    let wanted = text.lowercased()
    return wanted.isEmpty || filterTexts.contains { $0.lowercased().contains(wanted) }
  }
}

extension Role: Filterable {
  var filterTexts: [String] { [name, description, id.rawValue] }
}

extension ResourceServer: Filterable {
  var filterTexts: [String] { [name, identifier] }
}

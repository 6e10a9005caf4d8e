import AccessModel

/// A JSON array in ASCII whose elements come piece by piece, any number.
struct StreamedArray {
  private var isEmpty = true

  /// The text of more elements, to be printed as it is.
  mutating func text(_ elements: some Sequence<some Encodable>) throws -> String {
    var text = ""
    for element in elements {
      let lines = try JSONOutput(element).text.split(separator: "\n")
      text += isEmpty ? "[\n" : ",\n"
      text += lines.map { "  \($0)" }.joined(separator: "\n")
      isEmpty = false
    }
    return text
  }

  /// What ends the array, once all elements were printed.
  var end: String { isEmpty ? "[]" : "\n]" }
}

/// A file of the project: where it lies and what it says.
struct SourceFile: Sendable {
  /// The path from the project's folder, such as `Sources/Canvas/Cells/Frame.swift`.
  let path: String
  /// The whole text.
  let text: String
  /// The text without comments and without what stands in strings.
  let code: String
  /// The modules that it imports, in order; of `import struct A.B` the `A`.
  let imports: [String]
  /// The types that it declares, nested ones and aliases included.
  let types: [String]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = CodeScanner.code(of: text)
    imports = code.matches(of: Self.importing).map { String($0.output.1) }
    types = code.matches(of: Self.declaring).map { String($0.output.1) }
  }

  /// The target that it belongs to: the second part of its path.
  var target: String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  private static var importing: Regex<(Substring, Substring)> {
    /(?m)^[ \t]*(?:@[A-Za-z_]\w*(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|actor|func|var|let|typealias)\s+)?([A-Za-z_]\w*)/
      .matchingSemantics(.unicodeScalar)
  }

  private static var declaring: Regex<(Substring, Substring)> {
    /\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Z]\w*)/
      .matchingSemantics(.unicodeScalar)
  }
}

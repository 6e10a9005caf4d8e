/// Writes JSON over many lines, hiding what stands under a ``SecretKey``.
struct JSONPrinter {
  private var scanner: JSONScanner
  private let indent: Int
  private var lines: [String] = []
  private var line = ""
  private var depth = 0
  /// Whether what is read now stands under a secret key, and is checked but not written.
  private var isHiding = false

  init(bytes: [UInt8], indent: Int) {
    scanner = JSONScanner(bytes: bytes)
    self.indent = indent
  }

  /// The whole document, line by line.
  mutating func print() throws(RawJSON.Malformed) -> [String] {
    try value()
    try scanner.expectEnd()
    endLine()
    return lines
  }

  private mutating func value() throws(RawJSON.Malformed) {
    switch try scanner.peek() {
    case UInt8(ascii: "{"):
      try container(from: "{", to: "}") { (printer) throws(RawJSON.Malformed) in
        try printer.member()
      }
    case UInt8(ascii: "["):
      try container(from: "[", to: "]") { (printer) throws(RawJSON.Malformed) in
        try printer.value()
      }
    case UInt8(ascii: "\""): write(scanner.text(try scanner.string()))
    default: write(scanner.text(try scanner.scalar()))
    }
  }

  private mutating func container(
    from open: Character, to close: Character,
    item: (inout JSONPrinter) throws(RawJSON.Malformed) -> Void
  ) throws(RawJSON.Malformed) {
    guard depth < RawJSON.Malformed.depthLimit else {
      throw RawJSON.Malformed(.tooDeep, offset: scanner.offset)
    }
    try scanner.expect(open)
    write(String(open))
    guard try !scanner.take(close) else { return write(String(close)) }
    depth += 1
    endLine()
    try item(&self)
    while try scanner.take(",") {
      write(",")
      endLine()
      try item(&self)
    }
    try scanner.expect(close)
    depth -= 1
    endLine()
    write(String(close))
  }

  private mutating func member() throws(RawJSON.Malformed) {
    let key = scanner.text(try scanner.string())
    try scanner.expect(":")
    write(key + ": ")
    guard !isHiding, SecretKey.matches(JSONText(literal: key).text) else { return try value() }
    write("\"(hidden)\"")
    isHiding = true
    try value()
    isHiding = false
  }

  private mutating func write(_ text: String) {
    guard !isHiding else { return }
    if line.isEmpty { line = String(repeating: " ", count: depth * indent) }
    line += text
  }

  private mutating func endLine() {
    guard !isHiding else { return }
    lines.append(line)
    line = ""
  }
}

/// Tells Swift code from comments and from the text of strings.
///
/// What is interpolated into a string is code. Line feeds stay where they are.
struct CodeScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var code: [UInt8] = []

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The code of a text.
  static func code(of text: String) -> String {
    var scanner = CodeScanner(text)
    scanner.scanCode(untilParenthesis: false)
    return String(decoding: scanner.code, as: UTF8.self)
  }

  private func stands(_ text: String) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  private func isAtLineEnd() -> Bool { bytes[index] == UInt8(ascii: "\n") }

  /// Takes code, to the end or to the parenthesis that ends an interpolation.
  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while index < bytes.count {
      if stands("//") {
        while index < bytes.count, !isAtLineEnd() { index += 1 }
      } else if stands("/*") {
        skipComment()
      } else if let string = openingQuote() {
        scanString(string)
      } else {
        let byte = bytes[index]
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if untilParenthesis, depth < 0 { return }
        code.append(byte)
        index += 1
      }
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if stands("/*") {
        depth += 1
        index += 2
      } else if stands("*/") {
        depth -= 1
        index += 2
      } else {
        if isAtLineEnd() { code.append(UInt8(ascii: "\n")) }
        index += 1
      }
    } while depth > 0 && index < bytes.count
  }

  /// The quotes of a string that begins here, and how many `#` precede them.
  private func openingQuote() -> (quotes: String, pounds: String)? {
    // Most bytes begin no string, and this is asked at each of them.
    guard bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "#") else {
      return nil
    }
    let pounds = String(decoding: bytes[index...].prefix { $0 == UInt8(ascii: "#") }, as: UTF8.self)
    let rest = bytes[(index + pounds.utf8.count)...]
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    return (rest.starts(with: "\"\"\"".utf8) ? "\"\"\"" : "\"", pounds)
  }

  private mutating func scanString(_ string: (quotes: String, pounds: String)) {
    code += "\"\"".utf8
    index += string.quotes.count + string.pounds.count
    let escape = "\\" + string.pounds
    while index < bytes.count {
      if stands(string.quotes + string.pounds) {
        index += string.quotes.count + string.pounds.count
        return
      } else if stands(escape + "(") {
        index += escape.count + 1
        code.append(UInt8(ascii: " "))
        scanCode(untilParenthesis: true)
        code.append(UInt8(ascii: " "))
        index += 1
      } else if stands(escape) {
        index += escape.count + 1
      } else {
        if isAtLineEnd() { code.append(UInt8(ascii: "\n")) }
        index += 1
      }
    }
  }
}

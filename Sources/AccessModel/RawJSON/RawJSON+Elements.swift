extension RawJSON {
  /// The items of a list, each as sent: of an array, or of the array that an object has under a key.
  ///
  /// - Parameter name: The key, for an object; the last counts where it stands twice.
  /// - Returns: None for anything else.
  /// - Throws: ``Malformed`` where the bytes are no JSON.
  package func elements(under name: String) throws(Malformed) -> [RawJSON] {
    var scanner = JSONScanner(bytes: bytes)
    var elements: [RawJSON] = []
    switch try scanner.peek() {
    case UInt8(ascii: "["): elements = try list(&scanner)
    case UInt8(ascii: "{"):
      try scanner.items { (scanner, key) throws(Malformed) in
        let isList = try scanner.peek() == UInt8(ascii: "[")
        if let key, isList, JSONText(literal: scanner.text(key)).text == name {
          elements = try list(&scanner)
        } else {
          _ = try scanner.value(depth: 1)
        }
      }
    default: _ = try scanner.value()
    }
    try scanner.expectEnd()
    return elements
  }

  private func list(_ scanner: inout JSONScanner) throws(Malformed) -> [RawJSON] {
    var elements: [RawJSON] = []
    try scanner.items { (scanner, _) throws(Malformed) in
      elements.append(RawJSON(bytes: Array(bytes[try scanner.value(depth: 2)])))
    }
    return elements
  }
}

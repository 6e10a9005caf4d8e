/// Writes out "repeat the last character" (`CSI n b`), which xterm has and libvterm 0.1 has not.
struct RepeatExpander {
  private enum State {
    case ground
    case escape
    case controlSequence([UInt8])
  }

  private var state = State.ground
  /// The last byte that was printed; ncurses repeats characters of one byte only.
  private var last: UInt8 = 0x20

  /// The same bytes with repetitions written out; sequences may be cut anywhere between two calls.
  mutating func expand(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      switch state {
      case .ground:
        if byte == 0x1B {
          state = .escape
        } else {
          if byte >= 0x20 { last = byte }
          result.append(byte)
        }
      case .escape where byte == UInt8(ascii: "["):
        state = .controlSequence([])
      case .escape:
        state = byte == 0x1B ? .escape : .ground
        result += byte == 0x1B ? [0x1B] : [0x1B, byte]
      case .controlSequence(let parameters) where (0x40..<0x7F).contains(byte):
        state = .ground
        result += complete(parameters, final: byte)
      case .controlSequence(let parameters):
        state = .controlSequence(parameters + [byte])
      }
    }
    return result
  }

  private func complete(_ parameters: [UInt8], final: UInt8) -> [UInt8] {
    if final == UInt8(ascii: "b"), let count = Int(String(decoding: parameters, as: UTF8.self)) {
      return Array(repeating: last, count: count)
    }
    return [0x1B, UInt8(ascii: "[")] + parameters + [final]
  }
}

import Canvas

/// Turns what ncurses reads into events; it reads nothing itself.
///
/// Nothing that follows an escape at once ever acts as a key of its own: a sequence that is not known
/// here is dropped whole, and so is a letter with Alt held. What ncurses does not decode (pastes, the
/// mouse, sequences that arrive in pieces) is put together here, across any number of wake-ups.
struct InputDecoder {
  typealias Instant = SuspendingClock.Instant

  /// How long the rest of a sequence may take; what comes later is a key again.
  static let sequenceTime = Duration.seconds(1)
  /// The longest sequence that is still taken for one.
  private static let sequenceLimit = 64

  private enum State {
    case ground
    case escape
    /// After `ESC [`, with the bytes since.
    case controlSequence([UInt8])
    /// After `ESC O`; old terminals put a modifier between that and the letter.
    case singleShift(isModified: Bool)
    /// In a terminal's answer (OSC, DCS and such), up to its end or until nothing more waits.
    case string(endsNext: Bool)
    /// After `ESC [ M`.
    case legacyMouse([UInt8])
    /// In a character of several bytes; one with Alt held is dropped.
    case character(UTF8Sequence, isDropped: Bool)
    case paste(PasteBuffer)
  }

  private var state = State.ground
  private var mouse = MouseDecoder()
  private var lastInput: Instant?

  /// Takes in one input; gives the event that it completes.
  mutating func decode(_ input: RawInput, at instant: Instant) -> Event? {
    if input != .idle {
      forgetStaleSequence(at: instant)
      lastInput = instant
    }
    switch input {
    case .byte(let byte): return decode(byte: byte, at: instant)
    case .code(let code): return decode(code: code)
    case .idle: return decodeIdle()
    }
  }

  /// Drops what has begun and is not complete; a paste that goes on is dropped to its end.
  mutating func discard() {
    if case .paste(var buffer) = state {
      buffer.isDiscarded = true
      state = .paste(buffer)
    } else if case .escape = state {
      state = .ground
    }
    mouse = MouseDecoder()
  }

  private mutating func forgetStaleSequence(at instant: Instant) {
    guard let lastInput, lastInput.duration(to: instant) > Self.sequenceTime else { return }
    switch state {
    case .paste, .ground: break
    default: state = .ground
    }
  }

  private mutating func decode(code: Int32) -> Event? {
    switch state {
    case .ground: return KeyTable.key(code: code).map(Event.key)
    case .paste: return nil
    // A key with Alt held, or one that cuts a sequence short.
    default:
      state = .ground
      return nil
    }
  }

  private mutating func decodeIdle() -> Event? {
    switch state {
    case .escape:
      state = .ground
      return .key(.escape)
    case .string:
      state = .ground
    case .paste(let buffer) where buffer.endsWithEscape:
      state = .ground
    default: break
    }
    return nil
  }

  private mutating func decode(byte: UInt8, at instant: Instant) -> Event? {
    switch state {
    case .ground: return decode(ground: byte)
    case .escape: return decode(afterEscape: byte)
    case .controlSequence(let bytes): return decode(controlSequence: bytes, byte, at: instant)
    case .singleShift(let isModified): return decode(singleShift: byte, isModified: isModified)
    case .string(let endsNext): decode(string: byte, endsNext: endsNext)
    case .legacyMouse(let bytes):
      guard bytes.count == 2 else {
        state = .legacyMouse(bytes + [byte])
        return nil
      }
      state = .ground
      return mouse.decode(legacy: bytes + [byte], at: instant)
    case .character(let sequence, let isDropped):
      return decode(character: sequence, byte, isDropped: isDropped)
    case .paste(var buffer):
      // Emptied first, so that the buffer is not copied for every byte.
      state = .ground
      let isComplete = buffer.append(byte)
      guard isComplete else {
        state = .paste(buffer)
        return nil
      }
      return buffer.text.map(Event.paste)
    }
    return nil
  }

  private mutating func decode(ground byte: UInt8) -> Event? {
    switch byte {
    case 0x1B:
      state = .escape
      return nil
    case 0x00..<0x20, 0x7F: return KeyTable.key(control: byte).map(Event.key)
    case 0x20..<0x7F: return .key(.character(Character(Unicode.Scalar(byte))))
    default:
      beginCharacter(byte, isDropped: false)
      return nil
    }
  }

  private mutating func decode(afterEscape byte: UInt8) -> Event? {
    state = .ground
    switch byte {
    // Two escapes: the first was one, the second may begin a sequence.
    case 0x1B:
      state = .escape
      return .key(.escape)
    case UInt8(ascii: "["): state = .controlSequence([])
    case UInt8(ascii: "O"): state = .singleShift(isModified: false)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(endsNext: false)
    case 0x80...: beginCharacter(byte, isDropped: true)
    default: break
    }
    return nil
  }

  private mutating func decode(
    controlSequence bytes: [UInt8], _ byte: UInt8, at instant: Instant
  ) -> Event? {
    switch byte {
    case 0x20..<0x40 where bytes.count < Self.sequenceLimit:
      state = .controlSequence(bytes + [byte])
    // The Linux console's function keys: one more letter follows.
    case UInt8(ascii: "[") where bytes.isEmpty:
      state = .controlSequence([byte])
    case 0x40..<0x7F:
      state = .ground
      return complete(controlSequence: bytes, final: byte, at: instant)
    case 0x1B:
      state = .escape
    default:
      state = .ground
    }
    return nil
  }

  private mutating func complete(
    controlSequence bytes: [UInt8], final: UInt8, at instant: Instant
  ) -> Event? {
    switch (bytes.first, final) {
    case (UInt8(ascii: "<"), _):
      return mouse.decode(parameters: bytes.dropFirst(), final: final, at: instant)
    case (nil, UInt8(ascii: "M")):
      state = .legacyMouse([])
      return nil
    case (_, UInt8(ascii: "~")) where bytes == Array("200".utf8):
      state = .paste(PasteBuffer())
      return nil
    default:
      return KeyTable.key(controlSequence: bytes, final: final).map(Event.key)
    }
  }

  private mutating func decode(singleShift byte: UInt8, isModified: Bool) -> Event? {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x30..<0x40: state = .singleShift(isModified: true)
    default: return isModified ? nil : KeyTable.key(singleShift: byte).map(Event.key)
    }
    return nil
  }

  private mutating func decode(string byte: UInt8, endsNext: Bool) {
    switch byte {
    case 0x07: state = .ground
    case UInt8(ascii: "\\") where endsNext: state = .ground
    default: state = .string(endsNext: byte == 0x1B)
    }
  }

  private mutating func beginCharacter(_ byte: UInt8, isDropped: Bool) {
    guard let sequence = UTF8Sequence(first: byte) else {
      state = .ground
      return
    }
    state = .character(sequence, isDropped: isDropped)
  }

  private mutating func decode(
    character sequence: UTF8Sequence, _ byte: UInt8, isDropped: Bool
  ) -> Event? {
    var sequence = sequence
    switch sequence.append(byte) {
    case .incomplete:
      state = .character(sequence, isDropped: isDropped)
      return nil
    case .complete(let scalar):
      state = .ground
      // The second block of control characters, which no keyboard sends.
      guard !isDropped, scalar.value >= 0xA0 else { return nil }
      return .key(.character(Character(scalar)))
    case .invalid:
      state = .ground
      return decode(ground: byte)
    }
  }
}

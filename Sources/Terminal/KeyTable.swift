import CNcurses
import Canvas

/// Which key a code or a sequence stands for.
enum KeyTable {
  /// The key that a code of ncurses stands for; `nil` for those that mean nothing here.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_IC: .insert
    case KEY_DC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case ncurses_function_key(1)...ncurses_function_key(12):
      .function(Int(code - ncurses_function_key(0)))
    default: nil
    }
  }

  /// The key that a control character stands for.
  static func key(control byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: nil
    }
  }

  /// The key that a control sequence stands for, such as `ESC [ 1 ~`.
  ///
  /// Terminals differ in these more than terminfo knows. A sequence with a modifier stands for none: a
  /// key with Ctrl or Alt held must not act as the bare one.
  static func key(controlSequence parameters: [UInt8], final: UInt8) -> Key? {
    switch (String(decoding: parameters, as: UTF8.self), final) {
    case ("", UInt8(ascii: "Z")): .backTab
    case ("", _): key(cursorLetter: final)
    case ("1", UInt8(ascii: "~")), ("7", UInt8(ascii: "~")): .home
    case ("4", UInt8(ascii: "~")), ("8", UInt8(ascii: "~")): .end
    case ("2", UInt8(ascii: "~")): .insert
    case ("3", UInt8(ascii: "~")): .delete
    case ("5", UInt8(ascii: "~")): .pageUp
    case ("6", UInt8(ascii: "~")): .pageDown
    default: nil
    }
  }

  /// The key that the letter of `ESC O` stands for.
  static func key(singleShift letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
    default: key(cursorLetter: letter)
    }
  }

  private static func key(cursorLetter letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }
}

import Canvas
import Testing

/// What a terminal shows for the 16 palette entries.
struct Palette: CustomTestStringConvertible, Sendable {
  let testDescription: String
  private let entries: [UInt32]

  /// The colour of a palette entry, or what stands for the terminal's own.
  func rgb(_ color: Color, standard: UInt32) -> UInt32 {
    color == .standard ? standard : entries[Int(color.rawValue)]
  }

  /// How well one colour can be read on another, by WCAG 2: from 1 to 21.
  static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let (darker, lighter) = (
      min(luminance(one), luminance(other)), max(luminance(one), luminance(other))
    )
    return (lighter + 0.05) / (darker + 0.05)
  }

  private static func luminance(_ rgb: UInt32) -> Double {
    let weights = [0.2126, 0.7152, 0.0722]
    return zip([16, 8, 0], weights).reduce(0) { sum, part in
      let level = Double((rgb >> UInt32(part.0)) & 0xFF) / 255
      return sum + part.1 * (level <= 0.040_45 ? level / 12.92 : power((level + 0.055) / 1.055))
    }
  }

  /// The 2.4th power: the square times the fifth root of the square.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }

  static let xterm = Palette(
    testDescription: "xterm",
    entries: [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
      0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ])
  static let gnome = Palette(
    testDescription: "GNOME",
    entries: [
      0x171421, 0xC01C28, 0x26A269, 0xA2734C, 0x12488B, 0xA347BA, 0x2AA1B3, 0xD0CFCC, 0x5E5C64,
      0xF66151, 0x33D17A, 0xE9AD0C, 0x2A7BDE, 0xC061CB, 0x33C7DE, 0xFFFFFF,
    ])
  static let console = Palette(
    testDescription: "Linux console",
    entries: [
      0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
      0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ])
}

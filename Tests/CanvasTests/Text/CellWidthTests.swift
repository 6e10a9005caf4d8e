import Canvas
import Testing

@Suite struct CellWidthTests {
  @Test(
    "Scalars have the width that terminals give them",
    arguments: [
      ("a", .narrow), (" ", .narrow), ("~", .narrow), ("é", .narrow), ("ж", .narrow),
      ("ش", .narrow), ("─", .narrow), ("▸", .narrow), ("✕", .narrow), ("⏎", .narrow),
      ("█", .narrow), ("❤", .narrow), ("\u{1F1FA}", .narrow), ("安", .wide), ("가", .wide),
      ("Ａ", .wide), ("\u{3000}", .wide), ("😀", .wide), ("\u{1F3FD}", .wide),
      ("\u{1100}", .wide), ("\u{1161}", .mark), ("\u{301}", .mark), ("\u{20DD}", .mark),
    ] as [(Unicode.Scalar, CellWidth)])
  func drawable(scalar: Unicode.Scalar, width: CellWidth) {
    #expect(CellWidth(scalar) == width)
  }

  @Test(
    "Scalars that act, hide or are not known have no width",
    arguments: [
      0x00, 0x09, 0x0A, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160,
      0x1680, 0x180E, 0x2000, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A,
      0x202E, 0x202F, 0x205F, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xE000, 0xFDD0, 0xFE0E,
      0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFC, 0xFFFF, 0x1D159, 0xE0001, 0xE0041, 0xE0100,
      0x10FFFF, 0x378, 0x1FAE8, 0x1F970,
    ] as [UInt32])
  func notDrawable(value: UInt32) throws {
    #expect(CellWidth(try #require(Unicode.Scalar(value))) == nil)
  }

  @Test("Nothing that Unicode calls a control, ignorable or unassigned has a width")
  func allScalars() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), CellWidth(scalar) != nil else { continue }
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        wrong.append(value)
      case .spaceSeparator where value != 0x20 && value != 0x3000: wrong.append(value)
      case _ where properties.isDefaultIgnorableCodePoint: wrong.append(value)
      default: break
      }
    }
    #expect(wrong.isEmpty)
  }
}

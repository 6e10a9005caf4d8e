import CNcurses
import Canvas

/// What the terminal's colours allow a style to be.
///
/// A terminal without colours gets attributes only; one with eight shows the bright ones as bold.
struct Palette {
  /// A style as ncurses wants it.
  struct Look {
    /// Attributes.
    var attributes: attr_t
    /// The pair of colours; 0 is the terminal's own.
    var pair: Int32
  }

  /// How many colours there are; 0 for none.
  let colors: Int
  private let pairLimit: Int
  /// Pairs that ncurses knows already, by both colours.
  private var pairs: [UInt16: Int32] = [:]
  /// Looks that were asked for before: a frame has thousands of cells and a dozen styles.
  private var looks: [Style: Look] = [:]
  /// The last of them: a cell mostly looks like the one before it.
  private var last: (style: Style, look: Look)?

  /// The palette of the terminal that is open.
  ///
  /// A call that sets up colours where there are none crashes in ncurses, so none is made there.
  init() {
    guard has_colors() else {
      (colors, pairLimit) = (0, 0)
      return
    }
    start_color()
    use_default_colors()
    // Only now: ncurses counts no colours before they are started.
    (colors, pairLimit) = (Int(ncurses_colors()), Int(ncurses_color_pairs()))
  }

  /// How ncurses shows a style.
  mutating func look(of style: Style) -> Look {
    if let last, last.style == style { return last.look }
    let look = looks[style] ?? newLook(of: style)
    last = (style, look)
    return look
  }

  private mutating func newLook(of style: Style) -> Look {
    var look = Look(attributes: Self.attributes(style.attributes), pair: 0)
    if colors > 0 {
      let brightens = colors < 16 && style.foreground.isBright
      if brightens { look.attributes |= ncurses_attribute_bold() }
      look.pair = pair(index(of: style.foreground), index(of: style.background))
    }
    looks[style] = look
    return look
  }

  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    guard foreground >= 0 || background >= 0 else { return 0 }
    let key = UInt16(foreground + 1) << 8 | UInt16(background + 1)
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count + 1)
    guard Int(number) < pairLimit, init_extended_pair(number, foreground, background) == OK else {
      return 0
    }
    pairs[key] = number
    return number
  }

  private func index(of color: Color) -> Int32 {
    guard color != .standard else { return -1 }
    return Int32(colors < 16 ? color.rawValue % 8 : color.rawValue)
  }

  private static func attributes(_ set: Style.Attributes) -> attr_t {
    var result: attr_t = 0
    if set.contains(.bold) { result |= ncurses_attribute_bold() }
    if set.contains(.dim) { result |= ncurses_attribute_dim() }
    if set.contains(.reverse) { result |= ncurses_attribute_reverse() }
    if set.contains(.underline) { result |= ncurses_attribute_underline() }
    return result
  }
}

extension Color {
  fileprivate var isBright: Bool { self != .standard && rawValue >= 8 }
}

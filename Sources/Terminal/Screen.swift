internal import CNcurses
internal import CTerminal
package import Canvas
import Glibc

/// The terminal, taken over: it draws frames and reads events, and gives everything back on `close()`.
///
/// It owns ncurses, of which a process has one, and belongs to the thread that opened it: the main thread.
package final class Screen {
  /// How large the terminal is.
  package internal(set) var size: Size
  /// How many colours the terminal has; 0 for none.
  package let colors: Int

  let options: ScreenOptions
  let device: TerminalDevice
  let multiplexer: ClipboardSequence.Multiplexer
  let window: UnsafeMutablePointer<WINDOW>
  /// Where keys are read: a pad, because reading from a window may draw it.
  let keyPad: UnsafeMutablePointer<WINDOW>
  /// Readable when a signal asks for something.
  let wakeup: Int32

  private var terminal: ncurses_terminal
  /// What makes one piece of what ncurses writes for an update.
  let updates: UpdateBuffer
  private var isOpen = true

  var palette: Palette
  var decoder = InputDecoder()
  /// Events that no key has caused, in the order in which they came.
  var queue: [Event] = []
  /// What the terminal shows.
  var painted: Frame
  /// Whether what the terminal shows has been disturbed, and must be drawn anew.
  var isDisturbed = false
  /// Whether the terminal is taken over at the moment.
  var isEntered = false
  /// Whether the terminal reports the mouse at the moment.
  var isMouseOn = false
  /// The title that was set last.
  var title: String?
  /// How often in a row the terminal was readable and gave nothing.
  var emptyReads = 0
  /// Set once the terminal has gone away.
  var isLost = false

  /// Takes over the terminal of standard input and output.
  ///
  /// - Throws: `notATerminal`, `unknownTerminalType`, `terminalTooSimple`, `alreadyOpen`, or `systemCall`;
  ///   the terminal is then as it was.
  package convenience init(options: ScreenOptions = ScreenOptions()) throws(ScreenError) {
    try self.init(options: options, device: .standard)
  }

  init(options: ScreenOptions, device: TerminalDevice) throws(ScreenError) {
    guard isatty(device.input) == 1, isatty(device.output) == 1 else {
      throw ScreenError(.notATerminal)
    }
    TerminalLocale.prepare()
    wakeup = terminal_wakeup_open()
    guard wakeup >= 0 else { throw .systemCall("eventfd") }
    // Before ncurses: it leaves a signal alone that has a handler already.
    if device.ownsProcess, !terminal_guard_install(device.input, device.output, wakeup) {
      Glibc.close(wakeup)
      throw ScreenError(.alreadyOpen)
    }
    do {
      (terminal, window, keyPad, updates) = try Self.openTerminal(device)
    } catch {
      if device.ownsProcess { terminal_guard_remove(false) }
      Glibc.close(wakeup)
      throw error
    }
    self.options = options
    self.device = device
    multiplexer = ClipboardSequence.Multiplexer { getenv($0).map { String(cString: $0) } }
    palette = Palette()
    colors = palette.colors
    size = Size(columns: Int(ncurses_columns()), rows: Int(ncurses_rows()))
    painted = Frame(size: size)
    configure()
    enter()
  }

  deinit { close() }

  private static func openTerminal(
    _ device: TerminalDevice
  ) throws(ScreenError) -> (
    ncurses_terminal, UnsafeMutablePointer<WINDOW>, UnsafeMutablePointer<WINDOW>, UpdateBuffer
  ) {
    var terminal = ncurses_terminal()
    let type = device.type ?? getenv("TERM").map { String(cString: $0) } ?? ""
    // A type that this system has not heard of is nearly always a younger relative of xterm.
    guard
      ncurses_open(&terminal, type, device.output, device.input)
        || ncurses_open(&terminal, "xterm-256color", device.output, device.input)
    else { throw ScreenError(.unknownTerminalType, context: type) }
    guard let window = ncurses_window(), let keyPad = newpad(1, 1), ncurses_capability("cup") != nil
    else {
      endwin()
      ncurses_close(&terminal)
      throw ScreenError(.terminalTooSimple, context: type)
    }
    do {
      return (terminal, window, keyPad, try UpdateBuffer(output: fileno(terminal.output)))
    } catch {
      endwin()
      ncurses_close(&terminal)
      throw error
    }
  }

  private func configure() {
    raw()
    noecho()
    nonl()
    keypad(keyPad, true)
    nodelay(keyPad, true)
    // ncurses would look for input in the middle of every update, only to write it in more pieces.
    typeahead(-1)
    // Modes belong to frames, and are written by hand: ncurses would wait to tell clicks apart, and
    // keeps only the last few reports of a burst.
    ncurses_forget_mouse_key()
    if let delay = options.escapeDelay {
      set_escdelay(Int32(clamping: delay))
    } else if getenv("ESCDELAY") == nil {
      set_escdelay(25)
    }
  }

  /// Gives the terminal back; does nothing the second time.
  ///
  /// Keys that wait are thrown away, so that none reaches the shell, and what was written to standard
  /// error meanwhile is printed below.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    delwin(keyPad)
    ncurses_close(&terminal)
    updates.close()
    if device.ownsProcess {
      terminal_guard_remove(isLost || terminal_guard_ending_signal() == SIGHUP)
    }
    Glibc.close(wakeup)
  }

  /// Asks the terminal to put text on the clipboard of the person who sits at it (OSC 52).
  ///
  /// Terminals may refuse, and none says so.
  package func copyToClipboard(_ text: String) {
    write(ClipboardSequence(text: text).bytes(through: multiplexer))
  }
}

@available(*, unavailable)
extension Screen: Sendable {}

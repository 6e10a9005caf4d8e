internal import CNcurses
internal import CTerminal
import Canvas
import Glibc

extension Screen {
  /// Takes the terminal over, at the start and after each suspension.
  func enter() {
    // Before anything is written: a process in the background is stopped here, until it is in front.
    reset_prog_mode()
    if device.ownsProcess {
      let restore = TerminalModes.restore()
      terminal_guard_arm(restore, restore.count)
      terminal_errors_capture()
    }
    isEntered = true
    var update: [UInt8] = []
    updates.collect(into: &update) {
      ncurses_repaint_everything()
      wnoutrefresh(window)
      doupdate()
    }
    write(update + TerminalModes.enter)
    isMouseOn = false
    title = nil
  }

  /// Gives the terminal back, for good or for a suspension; does nothing while it is given back.
  func leave() {
    guard isEntered else { return }
    isEntered = false
    write(TerminalModes.mouseOff + TerminalModes.leave)
    blockingTerminalStop { endwin() }
    // ncurses moves lines with the cursor saved, hidden, and some terminals keep that in the one place from
    // which leaving brings the shell's cursor back.
    write(TerminalModes.showCursor())
    // Keys that were meant for this screen must not reach whoever reads next.
    tcflush(device.input, TCIFLUSH)
    flushinp()
    decoder = InputDecoder()
    if device.ownsProcess {
      terminal_guard_disarm()
      terminal_errors_release()
    }
  }

  /// Keeps what was captured of standard error from growing without end.
  func boundCapturedErrors() {
    if device.ownsProcess { terminal_errors_bound() }
  }

  /// Reads the terminal's size; a change makes an event and blanks the screen.
  func measure() {
    var window = winsize()
    guard ioctl(device.output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return }
    let measured = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    guard measured != size else { return }
    size = measured
    resizeterm(Int32(measured.rows), Int32(measured.columns))
    werase(self.window)
    painted = Frame(size: measured)
    isDisturbed = true
    queue.append(.resized(measured))
  }

  /// Runs `body` with SIGTTOU blocked: a process in the background that ends must not be stopped for
  /// putting the terminal's modes in order.
  private func blockingTerminalStop(_ body: () -> Void) {
    var (blocked, before) = (sigset_t(), sigset_t())
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    body()
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}

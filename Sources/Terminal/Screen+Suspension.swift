internal import CTerminal
import Canvas

extension Screen {
  /// Gives the terminal back, stops the process group as the shell expects of Ctrl-Z, and takes the
  /// terminal again once somebody continues it.
  ///
  /// The screen then shows what it showed, at the size that it has by then, and `Event.resumed` follows.
  /// Where nobody could continue the process, it comes back at once.
  package func suspend() {
    leave()
    terminal_guard_stop_process_group()
    // Continued in order to end: the terminal may be the shell's by now.
    guard endingSignal == nil else { return }
    _ = terminal_guard_take(
      UInt32(TERMINAL_NOTICE_STOP) | UInt32(TERMINAL_NOTICE_CONTINUED))
    resume()
  }

  /// Takes the terminal (again) after a stop, whatever has been done to it meanwhile.
  func resume() {
    enter()
    measure()
    discardInput()
    queue.append(.resumed)
  }
}

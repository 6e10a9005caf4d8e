internal import CNcurses
internal import CTerminal
import Canvas
import Glibc

extension Screen {
  /// The next event; `nil` when nothing more waits.
  ///
  /// Never blocks, but for the escape delay after a lone escape.
  func nextEvent() -> Event? {
    if !queue.isEmpty { return queue.removeFirst() }
    while isEntered {
      let input = readInput()
      if let event = decoder.decode(input, at: .now) { return event }
      if input == .idle { return nil }
    }
    return nil
  }

  /// Throws away all input that waits.
  ///
  /// It is read and decoded rather than flushed: a flush could cut a sequence or a paste in two, and
  /// the second half of either would arrive as keys.
  func discardInput() {
    while isEntered {
      let input = readInput()
      if input == .idle { break }
      _ = decoder.decode(input, at: .now)
    }
    decoder.discard()
  }

  /// Does what signals have asked for; events that follow from it are then waiting.
  func answerNotices() {
    guard device.ownsProcess else { return measure() }
    let stop = UInt32(TERMINAL_NOTICE_STOP)
    let continued = UInt32(TERMINAL_NOTICE_CONTINUED)
    let resized = UInt32(TERMINAL_NOTICE_RESIZED)
    terminal_wakeup_clear(wakeup)
    let notices = terminal_guard_take(stop | continued | resized)
    if notices & stop != 0 {
      suspend()
    } else if notices & continued != 0 {
      resume()
    } else if notices & resized != 0 {
      measure()
    }
  }

  /// The signal that asks the program to end, if one has come.
  var endingSignal: Int32? {
    guard device.ownsProcess else { return nil }
    let signal = terminal_guard_ending_signal()
    return signal == 0 ? nil : signal
  }

  /// Waits until there is something to do: input, a signal, or what makes `mailbox` readable.
  ///
  /// - Parameters:
  ///   - mailbox: a descriptor to watch besides the terminal.
  ///   - limit: how long to wait at most; `nil` for ever.
  /// - Throws: `systemCall` when the system cannot wait.
  func wait(mailbox: Int32, limit: Duration?) throws(ScreenError) {
    if !queue.isEmpty { return }
    let readable = Int16(POLLIN)
    var watched = [device.input, mailbox, wakeup].map {
      pollfd(fd: $0, events: readable, revents: 0)
    }
    guard poll(&watched, nfds_t(watched.count), Self.milliseconds(limit)) >= 0 else {
      if errno == EINTR { return }
      throw .systemCall("poll")
    }
    let state = watched[0].revents
    if state & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { isLost = true }
    // An orphan's terminal says for ever that it can be read, and every read fails.
    emptyReads = state & readable == 0 ? 0 : emptyReads + 1
    if emptyReads > Self.emptyReadLimit { isLost = true }
  }

  private static var emptyReadLimit: Int { 16 }

  /// Rounded up: waking before the time would be a wake-up too many.
  private static func milliseconds(_ duration: Duration?) -> Int32 {
    guard let duration else { return -1 }
    let (seconds, attoseconds) = duration.components
    return Int32(
      clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  private func readInput() -> RawInput {
    let value = wgetch(keyPad)
    guard value != ERR else { return .idle }
    emptyReads = 0
    return value < 0x100 ? .byte(UInt8(truncatingIfNeeded: value)) : .code(value)
  }
}

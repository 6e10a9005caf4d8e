import Glibc

extension Screen {
  /// Writes bytes to the terminal, past ncurses, which holds nothing back by then.
  ///
  /// It waits where the terminal takes no more for now. What a terminal that is gone does not take is
  /// lost; the loop learns of that when it waits for input.
  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = device.write(device.output, UnsafeRawBufferPointer(rebasing: rest))
        if count > 0 {
          rest = rest.dropFirst(count)
          continue
        }
        switch count == 0 ? EIO : errno {
        case EINTR: continue
        case EAGAIN where waitUntilWritable(): continue
        default: return
        }
      }
    }
  }

  /// Waits until the terminal takes bytes again; `false` where it never will.
  ///
  /// Whoever shares the terminal can have told it not to let anybody wait in `write`.
  private func waitUntilWritable() -> Bool {
    var watched = pollfd(fd: device.output, events: Int16(POLLOUT), revents: 0)
    while poll(&watched, 1, -1) < 0 { guard errno == EINTR else { return false } }
    return watched.revents & Int16(POLLHUP | POLLERR | POLLNVAL) == 0
  }
}

import Canvas
import Glibc
import Synchronization
import TerminalEmulator
import Testing

@testable import Terminal

extension InProcessTests {
  @Suite("Output")
  struct OutputTests {
    @Test("A frame is one write: its marks, its rows, its modes and its title")
    func oneWrite() throws {
      let writes = Mutex<[Int]>([])
      let board = try DrawingBoard(columns: 40, rows: 10) { _, slave, bytes in
        writes.withLock { $0.append(bytes.count) }
        return Glibc.write(slave, bytes.baseAddress, bytes.count)
      }
      // The terminal is taken over in one, too.
      #expect(writes.withLock { $0.count } == 1)
      var frame = Frame(size: Size(columns: 40, rows: 10))
      for (row, mouse) in [(2, true), (7, false), (4, false)] {
        writes.withLock { $0 = [] }
        for row in 0..<10 { frame.draw("row \(row)", at: 1, row, columns: 9, style: .plain) }
        frame.draw("> here", at: 0, row, columns: 9, style: Style(.reverse))
        frame.mouse = mouse
        frame.title = "row \(row)"
        frame.cursor = Position(column: row, row: row)
        let output = try board.paint(frame)
        #expect(writes.withLock { $0 } == [output.count])
        #expect(board.terminal.contents.row(row).hasPrefix("> here"))
        #expect(board.terminal.contents.cursorRow == row)
      }
      writes.withLock { $0 = [] }
      try board.paint(frame)
      #expect(writes.withLock { $0 } == [])
    }

    @Test("Whatever pieces a terminal takes, and whatever interrupts, all of a frame arrives")
    func shortWrites() throws {
      let calls = Atomic<Int>(0)
      let board = try DrawingBoard(columns: 30, rows: 8) { _, slave, bytes in
        let call = calls.add(1, ordering: .relaxed).newValue
        if call % 3 == 0 || call % 7 == 0 {
          errno = call % 3 == 0 ? EINTR : EAGAIN
          return -1
        }
        return Glibc.write(slave, bytes.baseAddress, min(bytes.count, call % 5 + 1))
      }
      for number in 0..<5 {
        try board.paint(Self.colorful(Size(columns: 30, rows: 8), number: number))
        #expect(board.terminal.contents.rows == Self.rows(columns: 30, rows: 8, number: number))
      }
    }

    @Test("A terminal that is full is waited for, where writing itself does not wait")
    func fullTerminal() async throws {
      let refusals = Atomic<Int>(0)
      let size = Size(columns: 300, rows: 80)
      let board = try DrawingBoard(columns: size.columns, rows: size.rows) { _, slave, bytes in
        let modes = fcntl(slave, F_GETFL)
        _ = fcntl(slave, F_SETFL, modes | O_NONBLOCK)
        let count = Glibc.write(slave, bytes.baseAddress, bytes.count)
        let reason = errno
        _ = fcntl(slave, F_SETFL, modes)
        if count < 0, reason == EAGAIN { refusals.add(1, ordering: .relaxed) }
        errno = reason
        return count
      }
      let master = board.master
      let reader = Task.detached(executorPreference: OwnThread()) { Self.readUpdate(from: master) }
      board.screen.paint(Self.colorful(size, number: 3))
      _ = board.terminal.write(await reader.value)
      #expect(refusals.load(ordering: .relaxed) > 0)
      #expect(
        board.terminal.contents.rows
          == Self.rows(columns: size.columns, rows: size.rows, number: 3))
    }

    @Test("A terminal that is gone is written to no more", arguments: [EIO, EAGAIN, EBADF])
    func goneTerminal(reason: Int32) throws {
      let isGone = Atomic<Bool>(false)
      let calls = Atomic<Int>(0)
      let board = try DrawingBoard(columns: 30, rows: 8) { _, slave, bytes in
        guard isGone.load(ordering: .relaxed) else {
          return Glibc.write(slave, bytes.baseAddress, bytes.count)
        }
        calls.add(1, ordering: .relaxed)
        errno = reason
        return -1
      }
      board.hangUp()
      isGone.store(true, ordering: .relaxed)
      board.screen.paint(Self.colorful(Size(columns: 30, rows: 8), number: 1))
      #expect(calls.load(ordering: .relaxed) == 1)
      #expect(throws: Never.self) { try board.screen.wait(mailbox: -1, limit: nil) }
      #expect(board.screen.isLost)
    }

    /// Reads up to the end of an update; what is there by then, where it does not come.
    private static func readUpdate(from master: Int32) -> [UInt8] {
      var output: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 4096)
      var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      while !output.reversed().starts(with: TerminalModes.endUpdate.reversed()),
        poll(&watched, 1, 30_000) == 1
      {
        let count = Glibc.read(master, &chunk, chunk.count)
        guard count > 0 else { break }
        output += chunk.prefix(count)
      }
      return output
    }

    /// A frame in which nearly every cell differs from its neighbours and from other numbers' cells.
    private static func colorful(_ size: Size, number: Int) -> Frame {
      var frame = Frame(size: size)
      for (row, text) in rows(columns: size.columns, rows: size.rows, number: number).enumerated() {
        for (column, character) in text.enumerated() {
          let color = Color(rawValue: UInt8((column + row + number) % 16)) ?? .standard
          frame.draw(
            String(character), at: column, row, columns: 1,
            style: Style(foreground: color, column.isMultiple(of: 2) ? .bold : .underline))
        }
      }
      return frame
    }

    private static func rows(columns: Int, rows: Int, number: Int) -> [String] {
      let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
      return (0..<rows).map { row in
        String((0..<columns).map { letters[($0 * 7 + row * 5 + number * 11) % letters.count] })
      }
    }
  }
}

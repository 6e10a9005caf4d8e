internal import CPty
import Glibc

/// A program on a pseudo terminal, and a clock before it.
///
/// The clock starts with the process; each piece of output bears the time at which it was read.
final class ProgramRun {
  /// The size that every program is measured at.
  static let (columns, rows) = (100, 30)

  /// How long anything is waited for before the measurement is given up, in milliseconds.
  private static let patience: Int32 = 20_000

  /// The program's process.
  let process: Int32

  private let path: String
  private let start: ContinuousClock.Instant
  private var lastRead: ContinuousClock.Instant
  private var master: Int32 = -1
  private var isGone = false
  /// What was read and is not yet accounted for by a marker.
  private var unread: [UInt8] = []
  /// Room for one read, made once: the clock runs while there is none.
  private var chunk = [UInt8](repeating: 0, count: 65_536)

  /// Starts a program; nothing is inherited, neither descriptors nor the environment.
  init(path: String, arguments: [String], environment: [String: String]) throws {
    self.path = path
    var argumentPointers = ([path] + arguments).map { strdup($0) }
    var environmentPointers = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    argumentPointers.append(nil)
    environmentPointers.append(nil)
    start = .now
    lastRead = start
    process = pty_spawn(
      path, argumentPointers, environmentPointers, Int32(Self.columns), Int32(Self.rows), &master)
    guard process > 0 else { throw BenchmarkError("\(path) cannot be started.") }
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
  }

  /// Reads until the output has these texts in it, one after the other.
  ///
  /// - Returns: How long after the start the last of them was read.
  func wait(for markers: [String]) throws -> Duration {
    for marker in markers {
      let wanted = Array(marker.utf8)
      while true {
        if let end = unread.end(of: wanted) {
          unread.removeFirst(end)
          break
        }
        guard try read(for: Self.patience) != nil else {
          throw BenchmarkError("\(path) did not show \(marker.debugDescription).")
        }
      }
    }
    return lastRead - start
  }

  /// Types something, without reading what follows.
  func send(_ keys: String) throws {
    var bytes = Array(keys.utf8)
    guard write(master, &bytes, bytes.count) == bytes.count else {
      throw BenchmarkError("\(path) takes no keys.")
    }
  }

  /// Presses a key and reads what follows, until nothing more comes for a while.
  func press(_ key: String) throws -> Repaint {
    let pressed = ContinuousClock.now
    try send(key)
    guard let first = try read(for: Self.patience) else {
      throw BenchmarkError("\(path) does not answer \(key.debugDescription).")
    }
    var repaint = Repaint(
      firstByte: first.instant - pressed, lastByte: first.instant - pressed, bytes: first.count)
    while let next = try read(for: 10) {
      repaint.lastByte = next.instant - pressed
      repaint.bytes += next.count
    }
    unread.removeAll(keepingCapacity: true)
    return repaint
  }

  /// Reads until nothing has come for so many milliseconds.
  func settle(_ milliseconds: Int32) throws {
    while try read(for: milliseconds) != nil {}
    unread.removeAll(keepingCapacity: true)
  }

  /// Reads until the program has ended, and gives what it wrote.
  func output() throws -> String {
    while !isGone, try read(for: Self.patience) != nil {}
    return String(decoding: unread, as: UTF8.self)
  }

  /// Reads up to the end of a line.
  func line() throws -> String {
    while true {
      if let end = unread.end(of: Array("\n".utf8)) {
        defer { unread.removeFirst(end) }
        return String(decoding: unread.prefix(end), as: UTF8.self)
      }
      guard try read(for: Self.patience) != nil else {
        throw BenchmarkError("\(path) did not write a line.")
      }
    }
  }

  /// Waits for output and reads one piece of it; `nil` when none came in time.
  private func read(
    for milliseconds: Int32
  ) throws -> (instant: ContinuousClock.Instant, count: Int)? {
    guard !isGone else { throw BenchmarkError("\(path) has ended.") }
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return nil }
    let before = unread.count
    let count = Glibc.read(master, &chunk, chunk.count)
    lastRead = .now
    isGone = count <= 0 && errno != EAGAIN && errno != EINTR
    if count > 0 { unread += chunk.prefix(count) }
    return (lastRead, unread.count - before)
  }
}

extension [UInt8] {
  /// Where the first occurrence of some bytes ends.
  fileprivate func end(of wanted: [UInt8]) -> Int? {
    guard count >= wanted.count else { return nil }
    return (0...count - wanted.count).first { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0 + wanted.count }
  }
}

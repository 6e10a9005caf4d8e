import FoundationEssentials

/// What the kernel says about a process.
struct ProcessFigures {
  /// The process.
  let process: Int32

  /// Memory that is in use, in KiB.
  struct Memory {
    /// All pages that are mapped and present.
    var resident: Int
    /// The same, with each shared page counted in parts.
    var proportional: Int
  }

  /// How much memory it uses at the moment.
  var memory: Memory {
    Memory(
      resident: field("VmRSS:", of: "/proc/\(process)/status"),
      proportional: field("Pss:", of: "/proc/\(process)/smaps_rollup"))
  }

  /// How often each of its threads gave up a processor, by the thread's id.
  ///
  /// A thread that sleeps adds nothing; each wake-up ends with one more.
  var switches: [String: Int] {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Dictionary(
      uniqueKeysWithValues: threads.map { thread in
        let path = "\(folder)/\(thread)/status"
        return (
          thread,
          field("voluntary_ctxt_switches:", of: path)
            + field("nonvoluntary_ctxt_switches:", of: path)
        )
      })
  }

  /// Time that its threads have spent so far, all of them together.
  struct ThreadTime {
    /// On a processor, in the kernel too.
    var running: Duration = .zero
    /// Ready to run, and waiting for a processor.
    var waiting: Duration = .zero

    static func - (later: ThreadTime, earlier: ThreadTime) -> ThreadTime {
      ThreadTime(
        running: later.running - earlier.running, waiting: later.waiting - earlier.waiting)
    }
  }

  /// How much time its threads have spent so far, as the scheduler counts it in nanoseconds.
  var threadTime: ThreadTime {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return threads.reduce(into: ThreadTime()) { time, thread in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(thread)/schedstat") else {
        return
      }
      let numbers = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .prefix(2).compactMap { Int64($0) }
      guard numbers.count == 2 else { return }
      time.running += .nanoseconds(numbers[0])
      time.waiting += .nanoseconds(numbers[1])
    }
  }

  /// The most memory that was in use at any time, in KiB.
  var peak: Int { field("VmHWM:", of: "/proc/\(process)/status") }

  /// What the kernel says about this process.
  static var own: ProcessFigures {
    ProcessFigures(process: ProcessInfo.processInfo.processIdentifier)
  }

  private func field(_ name: String, of path: String) -> Int {
    guard let data = FileManager.default.contents(atPath: path) else { return 0 }
    let line = String(decoding: data, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix(name) }
    let number = line?.dropFirst(name.count).drop { !$0.isNumber }.prefix { $0.isNumber }
    return number.flatMap { Int($0) } ?? 0
  }
}

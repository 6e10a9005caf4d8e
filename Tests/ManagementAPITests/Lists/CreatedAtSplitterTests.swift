import AccessModel
import FoundationEssentials
import SeededRandomness
import Testing

@testable import ManagementAPI

@Suite("Splitting a search by when users were created, as a value")
struct CreatedAtSplitterTests {
  private typealias Part = CreatedAtSplitter.Part

  /// Reads all parts of a tenant whose users were created at these times, and gives what was read.
  private static func read(_ times: [Int64], wall: Int) -> (read: [Int64], cut: Int, parts: Int) {
    var splitter = CreatedAtSplitter()
    let sorted = times.sorted()
    var (read, cut, parts): ([Int64], Int, Int) = ([], 0, 0)
    while let part = splitter.current {
      parts += 1
      let found =
        switch part {
        case .all: sorted
        case .created(let range): sorted.filter(range.contains)
        case .undated: [Int64]()
        }
      if found.count >= wall, splitter.canSplit, let first = sorted.first, let last = sorted.last {
        splitter.split(within: first...last)
        continue
      }
      read += found.prefix(wall)
      cut += max(0, found.count - wall)
      splitter.finish()
    }
    return (read, cut, parts)
  }

  @Test("What can be read at once is not split")
  func small() {
    let (read, cut, parts) = Self.read([1, 2, 3], wall: 10)
    #expect(read == [1, 2, 3])
    #expect(cut == 0)
    #expect(parts == 1)
  }

  @Test("Every user is read once, the oldest first, whatever the times", arguments: 1...20)
  func whole(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let widest: Int64 = [10, 1_000, 1_000_000_000_000].randomElement(using: &generator) ?? 10
    let times = (0..<500).map { _ in
      seed % 2 == 0
        ? Int64.random(in: -widest...widest, using: &generator)
        : 1_700_000_000_000 + Int64.random(in: 0...widest, using: &generator)
    }
    let (read, cut, _) = Self.read(times, wall: 60)
    #expect(read.count + cut == times.count, "seed \(seed)")
    if widest > 10 { #expect(read == times.sorted(), "seed \(seed)") }
  }

  @Test("An instant that holds more than can be read is cut, and nothing else is")
  func instant() {
    let times = Array(repeating: Int64(500), count: 90) + (0..<40).map { Int64($0) }
    let (read, cut, _) = Self.read(times, wall: 50)
    #expect(cut == 40)
    #expect(read.filter { $0 != 500 } == (0..<40).map { Int64($0) })
  }

  @Test("The widest range there is can be halved")
  func extremes() {
    var splitter = CreatedAtSplitter()
    splitter.split(within: .min...(.max))
    var halvings = 0
    while case .created(let range) = splitter.current, splitter.canSplit {
      splitter.split(within: range)
      halvings += 1
      guard halvings < 100 else { break }
    }
    #expect(halvings == 64)
  }

  @Test(
    "A part is a search of its own",
    arguments: [
      (Part.all, nil, nil),
      (.all, "a OR b", "a OR b"),
      (
        .created(0...1_674_673_232_884), nil,
        "created_at:[1970-01-01T00:00:00.000Z TO 2023-01-25T19:00:32.884Z]"
      ),
      (
        .created(-1...(-1)), "a OR b",
        "(a OR b) AND created_at:[1969-12-31T23:59:59.999Z TO 1969-12-31T23:59:59.999Z]"
      ),
      (.undated, nil, "NOT _exists_:created_at"),
      (.undated, "a OR b", "(a OR b) AND NOT _exists_:created_at"),
    ] as [(CreatedAtSplitter.Part, String?, String?)])
  func lucene(part: CreatedAtSplitter.Part, search: String?, expected: String?) {
    #expect(part.lucene(within: search) == expected)
  }

  @Test(
    "A time is written as it was read",
    arguments: ["2023-01-25T19:00:32.884Z", "2026-02-28T23:59:59.001Z"])
  func time(text: String) throws {
    let date = try #require(Date(timestamp: text))
    #expect(Part.milliseconds(date).map(Part.text) == text)
  }
}

import Glibc

/// Comes across every user in the ways that the API allows: an export, then searches by date that
/// are split until each has at most 1,000 hits, then each user by id.
struct TenantWalk {
  let connection: LoopbackConnection

  private static let wall = 1_000
  private static let pageSize = 100
  private static let day: Int64 = 86_400

  /// Walks, and counts those who were found and read.
  func run() throws -> Int {
    try export()
    var ids: Set<String> = []
    // Seeded accounts are from these years; two seconds are the smallest span to split.
    try collect(from: 1_262_304_000, to: 1_893_456_000, into: &ids)
    for id in ids {
      guard try connection.get("/users/\(UserIDs.escaped(id))").status == 200 else {
        throw BenchmarkError("\(id) was found and cannot be read.")
      }
    }
    return ids.count
  }

  private func export() throws {
    let job = try connection.send("POST", "/jobs/users-exports", body: #"{"format":"json"}"#)
    guard let id = UserIDs.texts(named: "id", in: job.body).first else {
      throw BenchmarkError("An export of users was answered \(job.status).")
    }
    for _ in 0..<600 {
      let state = try connection.get("/jobs/\(id)")
      if UserIDs.texts(named: "status", in: state.body).first == "completed" { return }
      usleep(100_000)
    }
    throw BenchmarkError("The export of users does not end.")
  }

  /// Finds the users who were created from one second on and before another.
  private func collect(from start: Int64, to end: Int64, into ids: inout Set<String>) throws {
    let query = "q=created_at%3A%5B\(text(start))%20TO%20\(text(end))%7D"
    func page(_ number: Int) throws -> ArraySlice<UInt8> {
      let answer = try connection.get(
        "/users?\(query)&fields=user_id&per_page=\(Self.pageSize)&page=\(number)"
          + "&include_totals=true")
      guard answer.status == 200 else {
        throw BenchmarkError("A search by date was answered \(answer.status).")
      }
      return answer.body
    }
    let first = try page(0)
    let total = UserIDs.number(named: "total", in: first) ?? 0
    guard total > Self.wall, end - start > 2 else {
      ids.formUnion(UserIDs.found(in: first))
      for number in 1..<max(1, (min(total, Self.wall) + Self.pageSize - 1) / Self.pageSize) {
        ids.formUnion(UserIDs.found(in: try page(number)))
      }
      return
    }
    let middle = start + (end - start) / 2
    try collect(from: start, to: middle, into: &ids)
    try collect(from: middle, to: end, into: &ids)
  }

  /// A second as `2026-01-01T00:00:00.000Z`, escaped for a query.
  private func text(_ second: Int64) -> String {
    var time = time_t(second)
    var parts = tm()
    gmtime_r(&time, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    let clock = "\(padded(parts.tm_hour))%3A\(padded(parts.tm_min))%3A\(padded(parts.tm_sec))"
    return "\(date)T\(clock).000Z"
  }
}

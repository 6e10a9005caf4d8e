import AccessModel
import Changes
import FoundationEssentials
import Glibc
import LocalTenant
import SeededRandomness
import TerminalEmulator
import Testing

/// Runs of a process that is killed again and again, and what has to hold after each time.
struct CrashRun {
  private let tenant: RunTenant
  private let seed: UInt64
  private var random: SeededGenerator
  private let place: JournalPlace
  /// What the journal had of each run as accepted, by user.
  private var accepted: [String: Set<UserID>] = [:]
  /// What the calls seen so far were named: no two of a run are named alike.
  private var seen: Set<String> = []

  init(_ tenant: RunTenant, seed: UInt64) {
    self.tenant = tenant
    self.seed = seed
    random = SeededGenerator(seed: seed)
    place = tenant.place
  }

  /// Starts the process, which ends itself at a moment or comes to its end before.
  mutating func kill(during what: String, at moment: String, number: Int) async throws {
    let child = try start(what, moment, number)
    _ = child.lines()
    child.kill()
    try await check(what)
  }

  /// Starts the process and kills it from outside.
  mutating func kill(during what: String, afterSomeTime milliseconds: UInt32) async throws {
    let child = try start(what, "never", 1)
    _ = child.line()
    usleep(milliseconds * 1_000)
    child.kill()
    try await check(what)
  }

  /// Kills the process at a moment that chance names.
  mutating func killSomewhere(during what: String) async throws {
    let moments = ["recording", "intended", "sent", "applied", "answered", "verifying", "time"]
    let moment = moments[Int.random(in: 0..<moments.count, using: &random)]
    if moment == "time" {
      try await kill(
        during: what, afterSomeTime: UInt32.random(in: 0...800, using: &random))
    } else {
      let number = moment == "verifying" ? 1 : Int.random(in: 1...80, using: &random)
      try await kill(during: what, at: moment, number: number)
    }
  }

  /// Goes on until the run has come to its end.
  ///
  /// - Returns: Whom the run was about: everybody; an undo leaves out those of whom nobody can tell any
  ///   more that it was this program which took the role from them.
  @discardableResult
  mutating func finish(_ what: String) async throws -> Set<UserID> {
    for _ in 0..<3 {
      let lines = try start(what, "never", 1).lines()
      try await check(what)
      #expect(lines.allSatisfy { !$0.hasPrefix("difference") }, "seed \(seed): \(lines)")
      if let last = lines.last, ["end done", "end ended"].contains(last) { break }
    }
    let journal = try place.open(tenant: tenant.address.domain)
    let run = try #require(await Self.run(what, in: journal))
    #expect(try await journal.run(run).state == .done, "seed \(seed)")
    let record = try await journal.record(of: run)
    let users = Set(record.entries.compactMap { (try? $0.record.change())?.user?.id })
    if what == "undo" {
      let removal = try #require(await Self.run("remove", in: journal))
      let ours = try await journal.record(of: removal).entries.filter { $0.fate == .accepted }
      #expect(
        users.isSuperset(of: ours.compactMap { (try? $0.record.change())?.user?.id }),
        "seed \(seed)")
    } else {
      #expect(users == Set(tenant.holders), "seed \(seed)")
    }
    for entry in record.entries {
      // Sent and accepted; or found so after an answer that was lost with the process.
      #expect([.accepted, .alreadySo, .uncertain].contains(entry.fate), "seed \(seed): \(entry)")
    }
    return users
  }

  /// The run of what the process does; a number that was taken when it was killed is never used again.
  private static func run(_ what: String, in journal: Journal) async throws -> RunNumber? {
    try await journal.runs().first {
      $0.beginning.planID == (what == "undo" ? "fixture-undo" : "fixture")
    }?.id
  }

  private func start(_ what: String, _ moment: String, _ number: Int) throws -> ChildProgram {
    try ChildProgram(
      "RunFixture",
      [
        tenant.address.domain, tenant.address.token, place.folder, tenant.role.id.rawValue, what,
        moment, "\(number)",
      ])
  }

  /// The journal holds; the wire shows nothing but the plan's changes, and none of those again that were
  /// on record as accepted.
  private mutating func check(_ what: String) async throws {
    let writes = await tenant.writes()
    let planned = Set(tenant.holders)
    // The tenant does not remember all requests, but more than one process makes.
    var new: Set<String> = []
    for write in writes {
      let name = try #require(write.header("x-correlation-id"))
      guard !seen.contains(name) else { continue }
      #expect(new.insert(name).inserted, "seed \(seed): \(name) was sent twice")
      let users = try Self.users(of: write, role: tenant.role.id, among: tenant.holders, what)
      #expect(!users.isEmpty && users.isSubset(of: planned), "seed \(seed): \(write.path)")
      #expect(
        users.isDisjoint(with: accepted[what] ?? []), "seed \(seed): sent again: \(write.path)")
    }
    seen.formUnion(new)
    let journal = try place.open(tenant: tenant.address.domain)
    #expect(journal.setAside == nil, "seed \(seed)")
    #expect(try await journal.check().holds, "seed \(seed)")
    guard let run = try await Self.run(what, in: journal) else { return }
    let changes = try await journal.changes(of: run)
    accepted[what] = Set(
      changes.filter(\.wasAccepted).compactMap { $0.change?.record.user?.id })
  }

  /// Whom a write is about, where it is one of the run's.
  private static func users(
    of write: RecordedRequest, role: RoleID, among holders: [UserID], _ what: String
  ) throws -> Set<UserID> {
    struct Body: Decodable {
      var roles: [String]?
      var users: [String]?
    }
    let body = try JSONDecoder().decode(Body.self, from: Data(write.body))
    if what == "undo", write.method == "POST", write.path == "/api/v2/roles/\(role.rawValue)/users"
    {
      return Set((body.users ?? []).map { UserID($0) })
    }
    guard body.roles == [role.rawValue], write.method == (what == "undo" ? "POST" : "DELETE") else {
      return []
    }
    let known = Dictionary(
      holders.map { (PathSegment($0.rawValue).encoded, $0) },
      uniquingKeysWith: { first, _ in first })
    let parts = write.path.split(separator: "/")
    guard parts.count == 5, parts[2] == "users", parts[4] == "roles" else { return [] }
    return known[String(parts[3])].map { [$0] } ?? []
  }
}

import AccessModel
import ArgumentParser
import Changes
import Effects
import FoundationEssentials

/// `rolecall history`: what was done, by whom, when and why.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Shows what was done, by whom, when and why.",
    discussion: "It reads the journal of the tenant that AUTH0_DOMAIN names, and nothing else.",
    subcommands: [Show.self, Verify.self, Purge.self], defaultSubcommand: Show.self)

  /// `rolecall history [ID]`: the runs, or one of them.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Lists the runs, newest first, or one with its changes.")

    @Argument(help: "A run's number.") var number: Int?
    @Option(help: "How many runs to list.") var limit = 50
    @Flag(
      help: "Print JSON: an array of runs, or one run with all that is on record of its changes.")
    var json = false
    @Flag(help: "Print a run's changes as CSV, safe to open in a spreadsheet.") var csv = false
    @OptionGroup var tenant: TenantOptions

    mutating func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit takes a number above 0.") }
      guard !csv || !json else { throw ValidationError("Give --csv or --json, not both.") }
      guard !csv || number != nil else {
        throw ValidationError("--csv prints the changes of one run: name it.")
      }
    }

    func run() throws {
      let (limit, isJSON) = (limit, json)
      guard let number else {
        let runs = try JournalAccess(tenant).read { try await $0.runs(limit: limit) }
        print(
          isJSON
            ? try JSONOutput(runs.map { ExportedRun($0) }).text
            : RunListing(runs: runs).table)
        return
      }
      let run = RunNumber(number)
      let access = try JournalAccess(tenant)
      guard csv || isJSON else {
        print(
          try access.read { journal in
            RunDescription(
              run: try await journal.run(run), changes: try await journal.changes(of: run)
            ).text
          })
        return
      }
      let form: RunExport.Form = csv ? .csv : .json
      try access.read { journal in
        let summary = try await journal.run(run)
        var export = RunExport(of: summary, tenant: journal.tenant, as: form)
        print(try export.head, terminator: "")
        for first in stride(from: 0, to: summary.beginning.changeCount, by: Self.part) {
          let changes = try await journal.changes(of: run, from: first, limit: Self.part)
          print(try export.rows(of: changes), terminator: "")
        }
        print(export.end, terminator: "")
      }
    }

    /// How many changes are read and printed at a time.
    private static let part = 1_000
  }

  /// `rolecall history verify`: checks the chain of records.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Checks that no record was changed, taken out or added.",
      discussion: "Status 0 where all records hold, 1 where one does not.")

    @Flag(help: "Print JSON: one object.") var json = false
    @OptionGroup var tenant: TenantOptions

    func run() throws {
      let check = try JournalAccess(tenant).read { try await $0.check() }
      print(json ? try JSONOutput(JournalCheckOutput(check)).text : check.sentence)
      if !check.holds { throw CommandFailure(status: 1, lines: []) }
    }
  }

  /// `rolecall history purge`: forgets people, or what is old.
  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "purge", abstract: "Empties records of old runs, or of one user, for good.",
      discussion: """
        That records were emptied, how many, when and by whom stays on record. Runs that can still go on
        are left as they are.
        """)

    @Option(help: "Runs that ended before this day, as 2026-01-31, or moment of UTC.")
    var before: String?
    @Option(help: "All records about this user, by id.") var user: String?
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Print JSON: one object.") var json = false
    @OptionGroup var tenant: TenantOptions

    mutating func validate() throws {
      guard (before == nil) != (user == nil) else {
        throw ValidationError("Give --before or --user.")
      }
      if let before, Self.moment(before) == nil {
        throw ValidationError("--before takes a day, as 2026-01-31, or 2026-01-31T12:00:00.000Z.")
      }
      if let user, UserSelector(typed: user).kind != .id {
        throw ValidationError("--user takes a user id: the journal keeps no addresses.")
      }
    }

    func run() throws {
      let scope = user.map { "about \($0)" } ?? "of runs that ended before \(before ?? "")"
      try confirm("This empties all records \(scope), for good. Empty them?")
      let (moment, id) = (before.flatMap(Self.moment), user.map { UserSelector(typed: $0).text })
      let purge = try JournalAccess(tenant).read { journal -> JournalPurge? in
        let person = Surroundings.process.person(nil)
        if let id { return try await journal.purge(user: UserID(id), by: person) }
        guard let moment else { return nil }
        return try await journal.purge(before: moment, by: person)
      }
      guard let purge else { return }
      if json {
        print(try JSONOutput(JournalPurgeOutput(purge)).text)
      } else {
        print("\(purge.recordCount.counted("record was", "records were")) emptied.")
      }
      if !purge.keptRuns.isEmpty {
        let kept = purge.keptRuns.map(\.description).joined(separator: ", ")
        StandardError.print("Left as they are, for they can still go on: runs \(kept).")
      }
    }

    private func confirm(_ question: String) throws {
      guard !yes else { return }
      guard QuestionTerminal.isThere else {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "Nobody is there to be asked.",
          "Add --yes to confirm.")
      }
      let answer = try BackgroundTask {
        await QuestionTerminal().answer(to: "\(question) y goes on, anything else does not:")
      }.value()
      guard answer == "y" || answer == "yes" else { throw PlanConfirmation.declined }
    }

    /// A moment of UTC, or the beginning of a day.
    private static func moment(_ text: String) -> Timestamp? {
      Timestamp(text) ?? Timestamp(text + "T00:00:00.000Z")
    }
  }
}

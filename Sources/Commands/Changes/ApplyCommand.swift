import AccessModel
import ArgumentParser
import Changes
import Effects
import FoundationEssentials

/// `rolecall apply`: carries out a plan that was written to a file.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Carries out a plan that was written with --plan.",
    discussion: """
      The file is not trusted: ids alone are taken from it, and who and what they are is read from the
      tenant again. It is shown, asked about and applied once.
      """)

  @Argument(help: "The plan file.") var plan: String
  @Flag(help: "Allow changes that let somebody do more.") var allowAssign = false
  @Option(help: "The SHA-256 that the file must have.") var expectSha256: String?
  @OptionGroup var options: RunOptions
  @OptionGroup var tenant: TenantOptions

  func run() throws {
    let surroundings = Surroundings.process
    let session = try ChangesSession(options, tenant, surroundings: surroundings)
    let (file, hash) = try Self.read(plan)
    let (allowsGrants, expected, reason) = (allowAssign, expectSha256, options.reason)
    try session.carryOut { tenant in
      let earlier = try await tenant.journal().record(ofPlan: hash)
      let circumstances = PlanFileAdmission.Circumstances(
        tenant: tenant.session.tenant, now: Timestamp(surroundings.now), hash: hash,
        expectedHash: expected, allowsGrants: allowsGrants, earlierRun: earlier)
      var notes = Self.notes(file.header, hash)
      switch PlanFileAdmission(file.header, circumstances) {
      case .refuse(let refusals): throw CommandFailure(refusals)
      case .preview: notes.append("It is older than a day; what it costs was read anew.")
      case .apply: break
      }
      let known = try await PlanFileReader(reader: tenant.reader).read(file)
      guard !known.changes.isEmpty else {
        throw CommandFailure(
          status: 1, lines: ["Nothing of the plan can be carried out any more:"] + known.leftOut)
      }
      var plan = Plan(
        id: surroundings.runName, tenant: tenant.session.tenant, planned: known.changes,
        reason: file.header.reason)
      if !reason.isEmpty { plan.reason = reason }
      return PlanDraft(
        plan, sha256: hash, plannedBy: file.header.plannedBy, notes: notes + known.leftOut)
    }
  }

  /// Reads a file and checks all that can be checked without the tenant.
  private static func read(_ path: String) throws -> (PlanFile, String) {
    do {
      let bytes = try PlanFile.bytes(at: path)
      return (try PlanFile(bytes: bytes), PlanHash(of: bytes).description)
    } catch let failure as PlanFileFailure {
      throw CommandFailure(status: CommandFailure.wrongCall, failure.explanation)
    } catch let error as PlanFileError {
      throw CommandFailure(status: CommandFailure.wrongCall, error.explanation)
    }
  }

  private static func notes(_ header: PlanFile.Header, _ hash: String) -> [String] {
    [
      "Planned by    \(header.plannedBy) (as the file claims), \(header.plannedAt)",
      "SHA-256       \(hash)",
    ]
  }
}

extension CommandFailure {
  /// All that speaks against a plan file, at once.
  init(_ refusals: [PlanFileAdmission.Refusal]) {
    self.init(
      status: Self.wrongCall,
      lines: refusals.map(\.explanation).flatMap { [$0.problem, $0.remedy] }
        + ["Nothing was sent."])
  }
}

extension Journal {
  /// The run that applied a plan file of this SHA-256, without its changes; `nil` where none did.
  func record(ofPlan hash: String) async throws -> RunRecord? {
    guard let number = try await run(ofPlan: hash) else { return nil }
    let summary = try await run(number)
    return RunRecord(
      id: "\(number)", tenant: "", state: RunRecord.State(summary), startedAt: summary.begunAt,
      entries: [])
  }
}

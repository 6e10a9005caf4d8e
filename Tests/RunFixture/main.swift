import AccessModel
import Changes
import FoundationEssentials
import Glibc
import ManagementAPI

// A program that takes a role from everybody who holds it, or gives it back, and ends itself by SIGKILL
// at a moment that a test names: RunFixture DOMAIN TOKEN FOLDER ROLE remove|undo MOMENT NUMBER

/// Writes one line at once, whatever standard output is.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}

let arguments = CommandLine.arguments
guard arguments.count == 8, let number = Int(arguments[7]) else { exit(2) }
let (domain, token, folder) = (arguments[1], arguments[2], arguments[3])
let (role, what) = (RoleID(arguments[4]), arguments[5])
guard let end = End(rawValue: arguments[6]) else { exit(2) }
let moments = Moments(end, number: number)

/// Goes on with the run where there is one, and begins it where there is none.
func carryOut(_ engine: ChangeEngine, _ journal: Journal) async throws -> RunOutcome? {
  let name = what == "undo" ? "fixture-undo" : "fixture"
  let control = RunControl()
  let tell: @Sendable (RunUpdate) -> Void = { update in
    moments.note(update.phase)
    if update.pause != nil { control.leave() }
  }
  let runs = try await journal.runs()
  if let summary = runs.first(where: { $0.beginning.planID == name }) {
    guard summary.state.canGoOn else { return nil }
    let places = 0..<summary.beginning.changeCount
    let answers = Dictionary(
      uniqueKeysWithValues: places.map { ($0, ResumeDecision.Answer.send) })
    return try await engine.resume(summary.id, answers: answers, control: control, tell: tell)
  }
  let tenant = engine.session.tenant
  if what == "undo" {
    guard let run = runs.first(where: { $0.beginning.planID == "fixture" })?.id else { return nil }
    let undo = try await engine.undoPlan(of: run)
    say("left out \(undo.leftOut.count)")
    return try await engine.run(
      undo.plan(id: name, tenant: tenant), undoes: run, control: control,
      tell: tell)
  }
  let members = try await engine.reader.everyMember(ofRole: role).items().sorted { $0.id < $1.id }
  let plan = Plan(
    id: name, tenant: tenant, removing: Role(id: role, name: "Role"), fromMembers: members)
  return try await engine.run(plan, control: control, tell: tell)
}

let endpoint = try TenantEndpoint(domain: domain)
try await ManagementClient.withClient(
  endpoint: endpoint, token: AccessToken(Secret(token))
) { client in
  let client = client.waiting(atMost: .seconds(60))
  let journal = try Journal.open(
    tenant: domain, in: StateFolder(at: folder), version: "0",
    now: {
      moments.note(.record)
      return Timestamp(Date())
    })
  let session = Session(
    tenant: Tenant(domain: endpoint.domain, isProduction: false),
    scopes: AccessToken(Secret(token)).claims?.scopes)
  let engine = ChangeEngine(
    session: session, reader: client, writer: MortalWriter(client, moments), journal: journal,
    person: .ofThisProcess(version: "0"), inFlight: 6, pause: { _ in },
    now: { Timestamp(Date()) })
  say("ready")
  let outcome = try await carryOut(engine, journal)
  say("end \(outcome?.state.rawValue ?? "ended")")
  for sentence in outcome?.differences.sentences ?? [] { say("difference \(sentence)") }
}

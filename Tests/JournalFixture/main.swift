import AccessModel
import Changes
import Glibc

// A program that writes a journal and says on standard output how far it is, so that a test can end it
// at any point: JournalFixture FOLDER WHAT COUNT

/// Writes one line at once, whatever standard output is.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}

/// Goes on when somebody writes a line, or never.
func wait() {
  if readLine() == nil { pause() }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[3]) else { exit(2) }
let (place, what) = (arguments[1], arguments[2])

/// Changes that are to be written about.
func changes(_ count: Int) -> [JournaledChange] {
  (0..<count).map { index in
    var record = ChangeRecord(kind: .removeRole)
    record.user = ChangeRecord.UserThen(id: UserID("auth0|\(index)"), name: "Person \(index)")
    record.role = ChangeRecord.RoleThen(id: RoleID("rol_admin"), name: "Billing Admin")
    return JournaledChange(record)
  }
}

/// Begins a run and writes an intent and an answer for each change, and says so after each.
func run(_ journal: Journal, count: Int) async throws {
  let person = RunOperator(
    userName: "fixture", userNumber: Int(getuid()), host: "here", process: Int(getpid()),
    version: "0")
  let run = try await journal.begin(
    RunBeginning(planID: "fixture", planSHA256: "fixture", appliedBy: person),
    changes: changes(count))
  say("run \(run.number)")
  if what == "hold" { wait() }
  for index in 0..<count {
    try await run.intend([ChangeIntent(change: index, attempt: 1, correlationID: "c-\(index)")])
    say("intent \(index)")
    try await run.record([
      ChangeAnswer(change: index, attempt: 1, result: .accepted, status: 204)
    ])
    say("answer \(index)")
  }
  say("end")
  wait()
}

do {
  switch what {
  case "umask0": umask(0)
  case "umask777": umask(0o777)
  case "nobody":
    // Root may write everywhere; what a folder refuses shows only to somebody else.
    if getuid() == 0 { guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(3) } }
  case "small":
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: 200_000, rlim_max: 200_000)
    guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(3) }
  default: break
  }
  let journal = try Journal.open(
    tenant: "acme.eu.auth0.com", in: try StateFolder(at: place), version: "0",
    now: { Timestamp(milliseconds: 1_764_000_000_000) })
  try await run(journal, count: count)
} catch let error as JournalError {
  say("error \(error.code.rawValue)")
  exit(1)
}

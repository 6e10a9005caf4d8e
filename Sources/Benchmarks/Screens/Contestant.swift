/// A program whose screen is measured.
struct Contestant {
  /// What it is called.
  let name: String
  /// Its file.
  let path: String
  /// What follows its name.
  let arguments: [String]
  /// Its whole environment.
  let environment: [String: String]
  /// What its output has in it once the first frame is complete, one after the other.
  let firstFrame: [String]
  /// What follows once rows from elsewhere are on screen; empty where the first frame has them.
  let firstRows: [String]
  /// Whether it is there for the machine's share alone, and only its answers to keys mean something.
  var isFloor = false

  /// Starts it.
  func start() throws -> ProgramRun {
    try ProgramRun(path: path, arguments: arguments, environment: environment)
  }
}

extension Contestant {
  /// rolecall on a tenant in another process.
  ///
  /// Its first frame ends with the hint line, and each frame with the end of synchronized output. Of
  /// the first rows, the number of users in the tenant is part.
  static func rolecall(_ path: String, in playground: Playground, tenant: TenantProcess) -> Self {
    Contestant(
      name: "rolecall", path: path, arguments: [],
      environment: playground.environment.merging(tenant.environment) { $1 },
      firstFrame: ["remove", "\u{1B}[?2026l"], firstRows: ["2,500", "\u{1B}[?2026l"])
  }

  /// The program that does nothing but answer keys.
  static func floor(in playground: Playground) throws -> Self {
    Contestant(
      name: "floor", path: try InstalledProgram.own(), arguments: ["floor"],
      environment: playground.environment, firstFrame: [FloorCommand.greeting], firstRows: [],
      isFloor: true)
  }

  /// tig on a repository with 300 commits; its frame ends with the line that says where one is.
  static func tig(in playground: Playground) throws -> Self? {
    guard let path = InstalledProgram.path("tig"), let git = InstalledProgram.path("git") else {
      return nil
    }
    return Contestant(
      name: "tig", path: path, arguments: ["-C", try playground.repository(git: git)],
      environment: playground.environment, firstFrame: ["commit 1 of"], firstRows: [])
  }

  /// nnn on a folder with 300 files; its frame ends with the line that counts them.
  static func nnn(in playground: Playground) throws -> Self? {
    guard let path = InstalledProgram.path("nnn") else { return nil }
    return Contestant(
      name: "nnn", path: path, arguments: [try playground.files()],
      environment: playground.environment, firstFrame: ["1/300"], firstRows: [])
  }
}

import FoundationEssentials
import RequestCode
import Testing

/// Where programs in one language are built and run.
struct ProgramBench {
  /// How a program ended, and the status that it printed.
  struct End: Equatable {
    var status: Int32
    var code: String?
  }

  /// A program that was run.
  struct Run {
    var shell: Shell

    /// How it ended: the status that it printed stands on a line of its own.
    var end: End {
      End(
        status: shell.status,
        code: shell.output.split(separator: "\n").map(String.init).first { $0.count == 3 })
    }
  }

  private let toolchain: Toolchain
  private let folder: TemporaryFolder
  private let token: String

  init(_ toolchain: Toolchain, token: String) throws {
    self.toolchain = toolchain
    self.token = token
    folder = try TemporaryFolder()
  }

  /// Builds and runs a call's program as it stands; nil where it can only be built.
  ///
  /// - Parameter name: A folder of its own; what was built there is not built again.
  func run(_ request: CodeRequest, as name: String) throws -> Run? {
    try run(request, as: name, token: token)
  }

  /// The same with another token, or none.
  func run(_ request: CodeRequest, as name: String, token: String?) throws -> Run? {
    let program = request.program(in: toolchain.language)
    #expect(program.utf8.allSatisfy { $0 == 0x0A || $0 == 0x09 || (0x20...0x7E).contains($0) })
    var environment = Toolchain.environment(folder)
    if try !folder.names.contains(name) {
      try folder.write(program, to: "\(name)/\(toolchain.language.fileName)")
      if let build = toolchain.build {
        let built = try Shell("cd \(name)\n\(build)", in: folder, environment: environment)
        try #require(built.status == 0, "\(built.output)\(built.errors)\n\(program)")
      }
    }
    guard let run = toolchain.run else { return nil }
    environment["AUTH0_API_TOKEN"] = token
    let shell = try Shell("cd \(name)\n\(run)", in: folder, environment: environment)
    #expect(!(shell.output + shell.errors).contains(self.token), "the token is never printed")
    return Run(shell: shell)
  }

  /// What programs have left that were never meant to run.
  func strangers() throws -> [String] {
    let found = try Shell(
      "find . -name 'stranger*'", in: folder, environment: Toolchain.environment(folder))
    return found.output.split(separator: "\n").map(String.init)
  }
}

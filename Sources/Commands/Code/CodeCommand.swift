import AccessModel
import ArgumentParser
import Effects
import ManagementAPI
import RequestCode

/// `rolecall code`: a call of the API as a program that runs.
struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Prints a call of the API as a program in one of ten languages.",
    discussion: """
      The program reads the token from AUTH0_API_TOKEN, prints the status, and fails unless it is a 2xx.
      With ids alone nothing is asked of the tenant, and AUTH0_DOMAIN is all that is needed here.
      """,
    subcommands: [Remove.self, Assign.self])

  /// `rolecall code remove`: the call that takes roles from a user.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "The call that takes roles from a user.")

    @OptionGroup var subject: CodeSubject

    func run() throws {
      let (domain, user, roles) = try subject.resolved(.process) { user, tenant in
        try await tenant.roles(ofUser: user)
      }
      let request = CodeRequest.removal(of: roles, from: user, domain: domain)
      print(request.program(in: subject.language), terminator: "")
    }
  }

  /// `rolecall code assign`: the call that gives roles to a user.
  struct Assign: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assign", abstract: "The call that gives roles to a user.")

    @OptionGroup var subject: CodeSubject

    func run() throws {
      let (domain, user, roles) = try subject.resolved(.process) { _, tenant in
        try await tenant.roles(named: nil)
      }
      let request = CodeRequest.assignment(of: roles, to: user, domain: domain)
      print(request.program(in: subject.language), terminator: "")
    }
  }
}

extension CodeLanguage: ExpressibleByArgument {}

package import ArgumentParser

/// The program's command line: without a subcommand it opens the screens on the tenant of the environment.
package struct RolecallCommand: ParsableCommand {
  /// Which version of the program this is; the journal and plan files name it.
  static let programVersion = "0.1.0"

  package static let configuration = CommandConfiguration(
    commandName: "rolecall",
    abstract: "Shows who may do what in an Auth0 tenant, and takes it away safely.",
    discussion: """
      Without a subcommand it opens the tenant that AUTH0_DOMAIN names, with one of these credentials:
        AUTH0_API_TOKEN (or AUTH0_ACCESS_TOKEN)
        AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET
        AUTH0_CLIENT_ID and AUTH0_CLIENT_ASSERTION_PRIVATE_KEY (or ..._FILE)
        ROLECALL_TOKEN_COMMAND, a command that prints a token
        --auth0-cli, the session of the auth0 CLI
      To try it without a tenant: rolecall demo
      """,
    version: programVersion,
    subcommands: [
      BrowseCommand.self, OpenCommand.self, DemoCommand.self, TenantCommand.self, UsersCommand.self,
      RolesCommand.self, RemoveCommand.self, AssignCommand.self, ApplyCommand.self,
      ResumeCommand.self, RetryCommand.self, UndoCommand.self, HistoryCommand.self,
      RevokeAccessCommand.self,
      CodeCommand.self, PictureCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  package init() {}

  /// Runs what the arguments say and ends the process with the command's status.
  package static func start() -> Never {
    TaskThreads.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
      exit(withError: nil)
    } catch let failure as CommandFailure {
      failure.print()
      exit(withError: ExitCode(failure.status))
    } catch {
      // What the parser refuses is a wrong call like any other, and has its status.
      if exitCode(for: error) == .validationFailure {
        StandardError.print(fullMessage(for: error))
        exit(withError: ExitCode(CommandFailure.wrongCall))
      }
      exit(withError: error)
    }
  }
}

import AccessModel
import ArgumentParser
import Effects

/// `rolecall open USER`: the screens, straight at a user.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens the screens straight at a user.")

  @Argument(help: "A user id or an email; id: or email: before it settles doubt.")
  var user: String

  @OptionGroup var tenant: TenantOptions

  func run() throws {
    try ScreenSession.requireTerminal()
    let environment = try EnvironmentTenant(options: tenant, surroundings: .process)
    let selector = UserSelector(typed: user)
    // An id is opened without asking anybody; an email first has to name just one user.
    if selector.kind == .id {
      try environment.showScreens(user: UserID(selector.text))
      return
    }
    let user = try BackgroundTask {
      try await environment.withAccess { try await selector.user(in: $0) }
    }.value()
    try environment.showScreens(user: user.id)
  }
}

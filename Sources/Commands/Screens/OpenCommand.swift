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
    let selector = UserSelector(user)
    // An id is opened without asking anybody; an email first has to name just one user.
    if case .id(let id) = selector {
      try environment.showScreens(user: id)
      return
    }
    let user = try BackgroundTask {
      try await environment.withAccess { try await selector.user(in: $0) }
    }.value()
    try environment.showScreens(user: user.id)
  }
}

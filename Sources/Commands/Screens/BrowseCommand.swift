import ArgumentParser

/// `rolecall` alone: the screens, on the tenant of the environment.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Opens the screens on the tenant of the environment.",
    shouldDisplay: false)

  @OptionGroup var tenant: TenantOptions

  func run() throws {
    try ScreenSession.requireTerminal()
    try EnvironmentTenant(options: tenant, surroundings: .process).showScreens(user: nil)
  }
}

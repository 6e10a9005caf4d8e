import ArgumentParser

/// Prints the figures that the docs name, measured on this machine.
@main
struct BenchmarksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks", abstract: "Measures what the documentation promises.",
    subcommands: [
      ScreensCommand.self, TenantFiguresCommand.self, ListsCommand.self, MembersCommand.self,
      JournalCommand.self,
      ChangesCommand.self, RateLimitCommand.self, FloorCommand.self,
    ])
}

import ArgumentParser
import Effects

/// `rolecall picture`: makes the README's picture again.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Prints the README's picture as SVG.", shouldDisplay: false)

  func run() throws {
    print(try BackgroundTask { try await PictureScene().svg }.value(), terminator: "")
  }
}

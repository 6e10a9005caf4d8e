import ArgumentParser
import Effects
import FoundationEssentials

/// `rolecall picture FOLDER`: makes the pictures of the README and the guide again.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Writes the README's and the guide's pictures as SVG.",
    shouldDisplay: false)

  @Argument(help: "The folder that they are written to.")
  var folder: String

  func run() throws {
    let pictures = try BackgroundTask { try await PictureAlbum().pictures }.value()
    for (name, svg) in pictures {
      try Data(svg.utf8).write(to: URL(filePath: "\(folder)/\(name).svg"))
    }
  }
}

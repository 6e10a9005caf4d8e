import FoundationEssentials

/// The files of the project, from the folder in which it lies.
enum SourceTree {
  /// The project's folder: three levels above this file, wherever a link to it lies.
  static let root: String = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath()
    return file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .path
  }()

  /// Every Swift file below `Sources`.
  static let sources = Result { try files(under: "Sources") }

  /// The files below a folder that have one of these endings, by path.
  static func files(under folder: String, endings: Set<String> = ["swift"]) throws -> [SourceFile] {
    let manager = FileManager.default
    let base = "\(root)/\(folder)"
    return try manager.subpathsOfDirectory(atPath: base).sorted().compactMap { path in
      guard let dot = path.lastIndex(of: "."), endings.contains(String(path[dot...].dropFirst())),
        let data = manager.contents(atPath: "\(base)/\(path)")
      else { return nil }
      return SourceFile(path: "\(folder)/\(path)", text: String(decoding: data, as: UTF8.self))
    }
  }
}

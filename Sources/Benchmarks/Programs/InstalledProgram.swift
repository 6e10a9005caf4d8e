import FoundationEssentials

/// Where programs are.
enum InstalledProgram {
  /// The path of a program of this machine; `nil` where it is not installed.
  static func path(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The path of this program.
  static func own() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  /// The program that is measured: the one that was given, or the one that was built beside this one.
  ///
  /// - Throws: `BenchmarkError` where that has not been built.
  static func rolecall(_ given: String?) throws -> String {
    guard let path = given ?? built("rolecall") else {
      throw BenchmarkError(
        "rolecall is not built beside this program; build it first: swift build -c release")
    }
    return path
  }

  /// The path of a program that was built beside this one; `nil` where there is none.
  static func built(_ name: String) -> String? {
    guard let own = try? own() else { return nil }
    let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + [name[...]]).joined(separator: "/")
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }
}

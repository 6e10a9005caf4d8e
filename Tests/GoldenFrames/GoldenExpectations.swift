package import Canvas
internal import FoundationEssentials
package import Testing

/// Expects a frame to be as its golden files say: `NAME.text.txt` and `NAME.style.txt`.
///
/// A file that is missing is written, and so are all while `ROLECALL_RECORD_GOLDEN` is `1`; the test then
/// fails, so that what was written gets read before it counts.
///
/// - Parameters:
///   - frame: The frame.
///   - name: What its files are called.
///   - directory: Where they lie; the folder `Golden` beside the test's file unless said.
///   - filePath: The test's file.
///   - sourceLocation: The line that a failure points at.
package func expectGolden(
  _ frame: Frame, _ name: String, in directory: String? = nil, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let directory = directory ?? goldenDirectory(beside: filePath)
  let golden = GoldenFrame(frame)
  for (kind, actual) in [("text", golden.text), ("style", golden.style)] {
    let path = "\(directory)/\(name).\(kind).txt"
    if let problem = compare(actual, withFileAt: path) {
      Issue.record("\(name), \(kind): \(problem)", sourceLocation: sourceLocation)
    }
  }
}

/// Expects that each file in a folder of golden files belongs to a frame that a test compares.
///
/// - Parameters:
///   - directory: The folder; `Golden` beside the test's file unless said.
///   - names: What the frames are called.
///   - filePath: The test's file.
///   - sourceLocation: The line that a failure points at.
package func expectNoOrphans(
  in directory: String? = nil, names: [String], filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let directory = directory ?? goldenDirectory(beside: filePath)
  let expected = Set(names.flatMap { ["\($0).text.txt", "\($0).style.txt"] })
  do {
    let files = try FileManager.default.contentsOfDirectory(atPath: directory)
    let orphans = files.filter { !$0.hasPrefix(".") && !expected.contains($0) }.sorted()
    if !orphans.isEmpty {
      Issue.record(
        "no test compares \(orphans.joined(separator: ", "))", sourceLocation: sourceLocation)
    }
  } catch {
    Issue.record("\(directory) cannot be listed: \(error)", sourceLocation: sourceLocation)
  }
}

private func goldenDirectory(beside filePath: String) -> String {
  let folder = filePath.lastIndex(of: "/").map { filePath[..<$0] } ?? "."
  return folder + "/Golden"
}

/// Says how a text differs from a file; `nil` if it does not.
private func compare(_ actual: String, withFileAt path: String) -> String? {
  let isRecording = ProcessInfo.processInfo.environment["ROLECALL_RECORD_GOLDEN"] == "1"
  if !isRecording, let data = FileManager.default.contents(atPath: path) {
    return GoldenDifference(expected: String(decoding: data, as: UTF8.self), actual: actual)?
      .description
  }
  do {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: URL(filePath: path))
    return "recorded; read \(path) and run again"
  } catch {
    return "\(path) cannot be written: \(error)"
  }
}

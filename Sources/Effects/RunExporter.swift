import AccessModel
import Changes
import RolecallApp

/// Writes runs on record to files.
struct RunExporter: Sendable {
  /// Where the runs are on record.
  let source: JournalSource
  /// The tenant's domain.
  let tenant: String
  /// Where the files come to stand; empty for the folder that the program was started in.
  var folder = ""

  /// How many names are tried where files are there already.
  private static let names = 100
  /// How many changes are read at a time.
  private static let part = 1_000

  /// Writes a run as CSV and as JSON, both or none, to files that are not there yet.
  func export(_ number: RunNumber) async -> RunExporting {
    do {
      let journal = try source.journal()
      let run = try await journal.run(number)
      var exports = RunExport.Form.allCases.map { RunExport(of: run, tenant: tenant, as: $0) }
      let files = try files(named: exports.map(\.fileName))
      for (file, export) in zip(files, exports) { try file.append(export.head) }
      for first in stride(from: 0, to: run.progress.total, by: Self.part) {
        let changes = try await journal.changes(of: number, from: first, limit: Self.part)
        for index in exports.indices {
          try files[index].append(try exports[index].rows(of: changes))
        }
      }
      for (file, export) in zip(files, exports) { try file.append(export.end) }
      for file in files { try file.keep() }
      return .written(paths: files.map(\.path))
    } catch let failure as NewFile.Failure {
      return .failed(failure.explanation)
    } catch let error as JournalError {
      return .failed(Explanation(error.sentence, "Runs are kept in the journal."))
    } catch {
      return .failed(Explanation("It was broken off.", "Try again."))
    }
  }

  /// Files of these names; where one is there already, all of them get a number.
  private func files(named names: [String]) throws(NewFile.Failure) -> [NewFile] {
    var attempt = 1
    while true {
      do throws(NewFile.Failure) {
        var files: [NewFile] = []
        for name in names { files.append(try NewFile(path: path(of: name, attempt))) }
        return files
      } catch {
        guard error.isAboutName, attempt < Self.names else { throw error }
        attempt += 1
      }
    }
  }

  private func path(of name: String, _ attempt: Int) -> String {
    let place = folder.isEmpty ? name : "\(folder)/\(name)"
    guard attempt > 1, let dot = place.lastIndex(of: ".") else { return place }
    return "\(place[..<dot])-\(attempt)\(place[dot...])"
  }
}

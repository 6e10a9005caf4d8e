package import AccessModel

/// What became of writing a run on record to files.
package enum RunExporting: Hashable, Sendable {
  /// It stands there.
  case written(paths: [String])
  /// It could not be written, and why.
  case failed(Explanation)
}

/// Why something could not be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  /// A sentence for the person who runs the benchmark.
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

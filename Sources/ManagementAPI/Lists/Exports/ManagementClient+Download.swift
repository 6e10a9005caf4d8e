import AccessModel

extension ManagementClient {
  /// Opens an export's file; `nil` where its link has expired.
  ///
  /// - Throws: `APIError` where there is no answer; `CancellationError`.
  func download(_ location: ExportLocation) async throws -> ExportFile? {
    try await transport.download(location)
  }

  /// Waits.
  func pause(for duration: Duration) async throws {
    try await transport.clock.sleep(for: duration)
  }
}

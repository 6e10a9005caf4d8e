import AccessModel
import FoundationEssentials

/// Reads every user by an export job: waits until it has a file, and reads that as it arrives.
struct ExportReader: PageReader {
  private let client: ManagementClient
  private let lucene: String?
  private var file: ExportFile?
  private var count = 0

  /// A reader of all users; a search is refused, for an export takes none.
  init(client: ManagementClient, lucene: String?) {
    self.client = client
    self.lucene = lucene
  }

  mutating func next() async throws -> Page<User>? {
    try Task.checkCancellation()
    if file == nil { file = try await open() }
    guard let users = try await file?.next() else { return nil }
    defer { count += users.count }
    return Page(items: users, start: count, total: nil)
  }

  /// Begins an export, waits for it, and opens its file; by a new link where one has expired.
  private func open() async throws -> ExportFile {
    guard lucene == nil else {
      throw APIError(.badRequest, .exportUsers, message: "an export takes no search")
    }
    var job = try await client.exportUsers(UserExport())
    for _ in 0..<Self.links {
      job = try await finished(job)
      guard let location = job.location else { continue }
      if let file = try await client.download(location) { return file }
    }
    throw APIError(.unreadableAnswer, .exportUsers, detail: "its link has always expired already")
  }

  private func finished(_ first: ExportJob) async throws -> ExportJob {
    var job = try await client.job(first.id)
    var delay = Self.delays.lowerBound
    while job.location == nil {
      if job.status == .failed {
        throw APIError(
          .serverError, .exportUsers, message: job.statusDetails ?? "the export failed")
      }
      try await client.pause(for: delay)
      delay = min(delay * 2, Self.delays.upperBound)
      job = try await client.job(first.id)
    }
    return job
  }

  /// How many links are tried; each lives for a minute.
  private static let links = 3
  /// How long to wait before a job is looked at again, at first and in the end.
  private static let delays = Duration.milliseconds(500)...Duration.seconds(10)
}

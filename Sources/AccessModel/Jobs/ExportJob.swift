package import FoundationEssentials

/// An export of users under way or done, as `GET /api/v2/jobs/{id}` tells it.
package struct ExportJob: Hashable, Sendable, Identifiable, Decodable {
  /// How far a job is.
  package enum Status: Hashable, Sendable {
    case pending
    case processing
    /// There is a file.
    case completed
    /// There will be none.
    case failed
    /// A word that nobody documented: not finished.
    case other(String)

    fileprivate init(word: String) {
      self =
        switch word {
        case "pending": .pending
        case "processing": .processing
        case "completed": .completed
        case "failed": .failed
        default: .other(word)
        }
    }
  }

  /// The id, such as `job_` and 16 letters and digits.
  package var id: String
  package var status: Status
  package var createdAt: Date?
  /// From 0 to 100; `nil` where the tenant does not say.
  package var percentageDone: Int?
  /// What the tenant says of a job that failed.
  package var statusDetails: String?
  /// Where the file is, for about a minute from when the job was read.
  package var location: ExportLocation?

  /// A job from its parts.
  package init(id: String, status: Status, location: ExportLocation? = nil) {
    self.id = id
    self.status = status
    self.location = location
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case status
    case createdAt = "created_at"
    case percentageDone = "percentage_done"
    case statusDetails = "status_details"
    case location
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    status = Status(word: container.tolerantly(String.self, .status) ?? "")
    createdAt = container.tolerantDate(.createdAt)
    percentageDone = container.tolerantly(Int.self, .percentageDone)
    statusDetails = container.tolerantly(String.self, .statusDetails)
    location = container.tolerantly(String.self, .location).flatMap {
      $0.isEmpty ? nil : ExportLocation($0)
    }
  }
}

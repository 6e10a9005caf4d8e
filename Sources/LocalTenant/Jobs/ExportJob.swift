/// An export of users: asked for, under way, and then a file for a while.
struct ExportJob: Sendable {
  /// The two kinds of file.
  enum Format: String, Sendable {
    case json
    case csv
  }

  /// One column of the file.
  struct Field: Sendable, Equatable {
    /// A path into a user, such as `identities[0].connection`.
    var name: String
    var exportAs: String?
  }

  /// How long a link to the file is valid, and how long the job is known.
  static let linkLifetime: Int64 = 60
  private static let lifetime: Int64 = 86_400

  /// `job_` and 16 letters or digits.
  var id: String
  var createdAt: Timestamp
  var format: Format
  var fields: [Field]
  var limit: Int?
  /// The only connection whose users are exported; nil for everybody.
  var connection: Connection?
  /// What stands for the connection where everybody is exported.
  var connectionOfAll: TenantConfiguration.Unknowns.ConnectionOfAll
  /// The tenant's users when the export was asked for.
  var directory: UserDirectory
  /// When each link that was handed out expires.
  var links: [String: Timestamp] = [:]

  /// Whether the job has been forgotten.
  func isExpired(at now: Timestamp) -> Bool {
    now >= createdAt.advanced(bySeconds: Self.lifetime)
  }

  /// How far the job is, from 0 to 100, where all of it takes so long.
  func percentage(at now: Timestamp, of duration: Duration) -> Int {
    let elapsed = now.milliseconds - createdAt.milliseconds
    guard elapsed < duration.milliseconds else { return 100 }
    return Int(max(0, elapsed) * 100 / max(1, duration.milliseconds))
  }

  /// What the job's `connection` is; nil where it has no such member.
  private var connectionName: JSON? {
    guard connection == nil else { return connection.map { .string($0.name) } }
    return switch connectionOfAll {
    // The document has this member on every export, also where all connections are exported.
    case .empty: ""
    case .null: .null
    case .absent: nil
    }
  }

  /// The job as the API answers it; a link only once there is a file.
  func json(percentage: Int, location: String? = nil) -> JSON {
    var members = [
      JSON.Member("type", "users_export"),
      JSON.Member(
        "status", percentage == 100 ? "completed" : percentage > 0 ? "processing" : "pending"),
    ]
    if let connection { members.append(JSON.Member("connection_id", .string(connection.id))) }
    members.append(JSON.Member("format", .string(format.rawValue)))
    if let limit { members.append(JSON.Member("limit", .integer(limit))) }
    if !fields.isEmpty { members.append(JSON.Member("fields", .array(fields.map(\.json)))) }
    if let name = connectionName {
      members.append(JSON.Member("connection", name))
    }
    members += [
      JSON.Member("created_at", .string(createdAt.text)), JSON.Member("id", .string(id)),
    ]
    if let location {
      members += [
        JSON.Member("location", .string(location)), JSON.Member("percentage_done", 100),
        JSON.Member("time_left_seconds", 0),
      ]
    } else if percentage > 0 {
      members.append(JSON.Member("percentage_done", .integer(percentage)))
    }
    return .object(members)
  }
}

extension ExportJob.Field {
  fileprivate var json: JSON {
    var members = [JSON.Member("name", .string(name))]
    if let exportAs { members.append(JSON.Member("export_as", .string(exportAs))) }
    return .object(members)
  }
}

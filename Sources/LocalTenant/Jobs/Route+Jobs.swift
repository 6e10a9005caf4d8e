extension Route {
  /// Exports of users, the only way past the first 1,000 of a search.
  static let jobs = [
    Route(.post, "/jobs/users-exports", .anyOf(["read:users"]), "Create a job to export users") {
      call, store throws(APIError) in
      let request = try call.exportRequest()
      let now = store.now
      return try store.write { state throws(APIError) in
        let connection = state.connections.first { $0.id == request.connectionID }
        guard request.connectionID == nil || connection != nil else {
          throw APIError(
            .badRequest, "The connection does not exist.", code: "inexistent_connection")
        }
        let job = ExportJob(
          id: state.random.identifier("job"), createdAt: now, format: request.format,
          fields: request.fields, limit: request.limit, connection: connection,
          connectionOfAll: store.configuration.unknowns.connectionOfAll,
          directory: state.directory)
        state.jobs = state.jobs.filter { !$0.value.isExpired(at: now) }
        state.jobs[job.id] = job
        return .ok(job.json(percentage: 0))
      }
    },
    Route(.get, "/jobs/{id}", .anyOf(["create:users", "read:users"])) {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let now = store.now
      return try store.write { state throws(APIError) in
        guard var job = state.jobs[id], !job.isExpired(at: now) else {
          throw APIError(.notFound, "Job not found.", code: "inexistent_job")
        }
        let percentage = job.percentage(at: now, of: store.configuration.exportDuration)
        guard percentage == 100 else { return .ok(job.json(percentage: percentage)) }
        let link = state.random.hexadecimal(32)
        let expiry = now.advanced(bySeconds: ExportJob.linkLifetime)
        job.links = job.links.filter { now < $0.value }
        job.links[link] = expiry
        state.jobs[id] = job
        let location =
          "\(state.origin)/exports/\(job.id).\(job.format.rawValue).gz?signature=\(link)"
        return .ok(job.json(percentage: 100, location: location))
      }
    },
  ]
}

extension TenantStore {
  /// The file that a link leads to; nil once the link has expired, and for one that never was.
  func exportFile(named name: String, signature: String) -> ExportFile? {
    let now = now
    let id = name.split(separator: ".").first.map(String.init) ?? ""
    let job = read { $0.jobs[id] }
    guard let job, let expiry = job.links[signature], now < expiry, !job.isExpired(at: now) else {
      return nil
    }
    return ExportFile(job)
  }
}

extension APICall {
  fileprivate typealias ExportRequest = (
    connectionID: String?, format: ExportJob.Format, limit: Int?, fields: [ExportJob.Field]
  )

  fileprivate func exportRequest() throws(APIError) -> ExportRequest {
    let body = try bodyObject(["connection_id", "format", "limit", "fields"], allowsNone: true)
    let limit = try body.integer("limit", in: 1...Int.max)
    let formatName = try body.string("format") ?? "json"
    guard let format = ExportJob.Format(rawValue: formatName) else {
      throw .invalidBody("'No enum match for: \(formatName)' on property format")
    }
    var fields: [ExportJob.Field] = []
    for item in try body.array("fields") ?? [] {
      guard let name = item["name"]?.string, (1...100).contains(name.count) else {
        throw .invalidBody("'Missing required property: name' on property fields[\(fields.count)]")
      }
      fields.append(ExportJob.Field(name: name, exportAs: item["export_as"]?.string))
    }
    guard format == .json || fields.count <= 30 else {
      throw .invalidBody("'Array is too long (\(fields.count)), maximum 30' on property fields")
    }
    return (try body.string("connection_id"), format, limit, fields)
  }
}

import FoundationEssentials

/// Measures a local tenant from outside, as its clients see it.
struct TenantMeasurement {
  /// Who is measured.
  let tenant: TenantProcess
  /// How often each search is made.
  let searches: Int
  /// For how many seconds a user's roles are read.
  let seconds: Int

  /// All figures, of which the walk takes most of the time.
  func run(walks: Bool) throws -> TenantFigures {
    var figures = TenantFigures()
    figures.start = tenant.start
    figures.memoryAtFirst = tenant.memory
    let connection = try LoopbackConnection(port: tenant.port, token: tenant.token)
    for (name, query) in [
      ("name:ana*", "q=name%3Aana*"),
      ("email:\"ana@acme.example\"", "q=email%3A%22ana%40acme.example%22"),
      (
        "created_at:[2025-03-01 TO 2025-03-31]", "q=created_at%3A%5B2025-03-01%20TO%202025-03-31%5D"
      ),
      ("sort=last_login:-1", "sort=last_login%3A-1"),
    ] {
      figures.searches.append((name, try search(query, by: connection)))
    }
    try measureRoles(&figures)
    if walks {
      figures.walked = try TenantWalk(connection: connection).run()
      figures.memoryAfterWalk = tenant.memory
    }
    return figures
  }

  private func search(_ query: String, by connection: LoopbackConnection) throws -> Sample {
    var times = Sample()
    for _ in 0..<searches {
      let begin = ContinuousClock.now
      let answer = try connection.get("/users?\(query)&per_page=50&include_totals=true")
      times.values.append((ContinuousClock.now - begin).milliseconds)
      guard answer.status == 200 else {
        throw BenchmarkError("A search was answered \(answer.status): \(query)")
      }
    }
    return times
  }

  private func measureRoles(_ figures: inout TenantFigures) throws {
    let connection = try LoopbackConnection(port: tenant.port, token: tenant.token)
    var paths: [String] = []
    for page in 0..<10 {
      let body = try connection.get("/users?fields=user_id&per_page=100&page=\(page)").body
      paths += UserIDs.found(in: body).map { "/users/\(UserIDs.escaped($0))/roles" }
    }
    let role = try UserIDs.texts(named: "id", in: connection.get("/roles?per_page=1").body).first
    guard let role, !paths.isEmpty else { throw BenchmarkError("The local tenant is empty.") }
    let load = RolesLoad(tenant: tenant, paths: paths, role: role)
    let paced = try load.run(readsPerSecond: 2_000, seconds: seconds)
    figures.roles = paced.times
    figures.pacedRate = paced.readRate
    figures.writeRate = paced.writeRate
    figures.fullRate = try load.run(readsPerSecond: nil, seconds: seconds).readRate
  }
}

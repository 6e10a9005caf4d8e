import AccessModel
import FoundationEssentials
import ManagementAPI

/// One measurement: programs that write to one tenant as fast as its limit lets them.
struct RateLimitCell: Sendable {
  /// Who else is there.
  enum Company: String, CaseIterable, Sendable {
    case alone
    /// A client that takes three tenths of the limit, evenly.
    case another
    /// Two of ours.
    case two
  }

  /// What came of it.
  struct Figures: Sendable {
    /// The part of what the limit left to ours that they used.
    var used: Double
    /// The part of our calls that was refused.
    var refused: Double
    /// The smaller part, where two of ours share.
    var smaller: Double
  }

  var kind: LimitKind
  var rate: Int
  var latency: Duration
  var company = Company.alone
  /// By how many seconds the tenant's clock is ahead.
  var skew = 0
  /// For how long is counted.
  var seconds: Int

  /// Measures it: until the burst is spent without counting, then counting.
  func measure() async throws -> Figures {
    try await LimitedTenant.run(self) { tenant, domain in
      try await withThrowingTaskGroup(of: Void.self) { group in
        let names = company == .two ? ["one", "two"] : ["one"]
        for name in names {
          group.addTask { try await write(to: domain, as: name) }
        }
        if company == .another {
          group.addTask {
            while !Task.isCancelled {
              _ = tenant.take(from: "another")
              try await Task.sleep(for: .seconds(1 / (0.3 * Double(rate))))
            }
          }
        }
        try await Task.sleep(for: .seconds(5))
        tenant.count(true)
        let start = ContinuousClock.now
        try await Task.sleep(for: .seconds(seconds))
        tenant.count(false)
        let lasted = (ContinuousClock.now - start) / .seconds(1)
        group.cancelAll()
        while let result = await group.nextResult() {
          if case .failure(let error) = result, !(error is CancellationError) { throw error }
        }
        return figures(names.map { tenant.count(of: $0) }, tenant.count(of: "another"), lasted)
      }
    }
  }

  private func figures(
    _ ours: [LimitedTenant.Count], _ another: LimitedTenant.Count, _ seconds: Double
  ) -> Figures {
    let taken = Double(ours.map(\.taken).reduce(0, +))
    let refused = Double(ours.map(\.refused).reduce(0, +))
    return Figures(
      used: taken / (Double(rate) * seconds - Double(another.taken)),
      refused: refused / max(1, taken + refused),
      smaller: Double(ours.map(\.taken).min() ?? 0) / max(1, taken))
  }

  /// Writes for a single user after the other, with enough calls waiting that none is missing.
  private func write(to domain: String, as name: String) async throws {
    let endpoint = try TenantEndpoint(domain: domain)
    let token = AccessToken(Secret(Self.token(for: endpoint)))
    try await ManagementClient.withClient(endpoint: endpoint, token: token) { client in
      let writer = client.inBackground(share: 100)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<max(8, min(400, rate / 2)) {
          group.addTask {
            while !Task.isCancelled {
              try await writer.removeRoles(
                [RoleID("rol_0000000000000001")], fromUser: UserID("auth0|\(number)"),
                correlation: name)
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  /// A token that only its audience matters of.
  private static func token(for endpoint: TenantEndpoint) -> String {
    let payload = Data(#"{"aud":"\#(endpoint.audience)"}"#.utf8).base64EncodedString()
    let digits = payload.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" }
    return "e30.\(String(digits)).none"
  }
}

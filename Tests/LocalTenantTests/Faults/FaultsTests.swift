import Testing

@testable import LocalTenant

@Suite("Faults")
struct FaultsTests {
  private typealias Faults = TenantConfiguration.Faults

  @Test("A text of faults is read as what it says")
  func parsing() throws {
    let faults = try Faults(
      parsing: "latency=50..200, 5xx=0.02,cut-before=0.01,html=0.01,429-storm=0.5*7,skew=-90;seed=7"
    )
    #expect(
      faults
        == Faults(
          latency: .milliseconds(50)...(.milliseconds(200)),
          chances: [.serverError: 0.02, .cutBefore: 0.01, .html: 0.01], stormChance: 0.5,
          stormLength: 7, skew: -90, seed: 7))
    #expect(try Faults(parsing: "") == .none)
    #expect(try Faults(parsing: "latency=2s").latency == .seconds(2)...(.seconds(2)))
  }

  @Test(
    "What cannot be read is named",
    arguments: [
      ("5xx", #""5xx" is not of the form name=value"#),
      ("5xx=2", #""5xx=2" is not a chance from 0 to 1"#),
      ("5xx=0.1,5xx=0.1", #""5xx" is given twice"#),
      ("latency=9..1", #""latency=9..1" is not a range such as 50..200"#),
      ("429-storm=0.1*0", #""429-storm=0.1*0" is not a chance and a length such as 0.05*20"#),
      ("5xx=0.9,html=0.9", #""5xx=0.9,html=0.9" has chances of more than 1 together"#),
    ])
  func malformed(text: String, message: String) {
    #expect {
      try Faults(parsing: text)
    } throws: { error in
      (error as? SwitchError)?.description == message
    }
  }

  @Test("An unknown name is refused, with those that there are")
  func unknownName() {
    #expect {
      try Faults(parsing: "quake=1")
    } throws: { error in
      (error as? SwitchError)?.description.hasPrefix(#""quake" is unknown; there are latency"#)
        ?? false
    }
  }

  @Test("The same seed plans the same, and about as often as it was asked to")
  func plans() throws {
    let faults = try Faults(parsing: "latency=10..20,5xx=0.2,cut-during=0.1,seed=3")
    let plans = (0..<5_000).map { faults.plan(request: $0) }
    #expect(plans == (0..<5_000).map { faults.plan(request: $0) })
    #expect((800...1_200).contains(plans.count { $0.fault == .serverError }))
    #expect((400...600).contains(plans.count { $0.fault == .cutDuring }))
    #expect(plans.allSatisfy { faults.latency.contains($0.latency) })
    #expect(plans.allSatisfy { !$0.isInStorm })
  }

  @Test("A storm takes requests that follow each other")
  func storms() throws {
    let faults = try Faults(parsing: "429-storm=0.5*10")
    let storms = (0..<1_000).map { faults.plan(request: $0).isInStorm }
    for start in stride(from: 0, to: 1_000, by: 10) {
      #expect(Set(storms[start..<start + 10]).count == 1)
    }
    #expect(Set(storms).count == 2)
  }

  @Test(
    "Each kind of fault shows, and what it says of the write is so", .timeLimit(.minutes(5)),
    arguments: TenantConfiguration.Faults.Kind.allCases)
  func overHTTP(kind: TenantConfiguration.Faults.Kind) async throws {
    let server = TenantServer(
      configuration: TenantConfiguration(
        users: 20, rate: 100_000, faults: Faults(chances: [kind: 1])))
    try await RunningTenant.run(server) { tenant in
      let role = try tenant.roleID("Support")
      let answer = try? await tenant.call(
        "DELETE", RunningTenant.anaPath + "/roles", body: #"{"roles":["\#(role)"]}"#)
      let isHeld = tenant.server.roles(ofUser: RunningTenant.ana).contains(role)
      switch kind {
      case .serverError: #expect((500...504).contains(answer?.status ?? 0))
      case .cutBefore:
        #expect(answer == nil)
        #expect(isHeld)
      case .cutUnanswered:
        #expect(answer == nil)
        #expect(!isHeld)
      case .cutDuring:
        #expect(answer.map { $0.body.count < Int($0.headers["content-length"] ?? "") ?? 0 } ?? true)
        #expect(!isHeld)
      case .cutAfter, .halfBody:
        #expect(answer?.status == 204)
        #expect(!isHeld)
      case .html:
        #expect(answer?.status == 200)
        #expect(answer?.headers["content-type"] == "text/html; charset=utf-8")
        #expect(isHeld)
      case .expiredToken:
        #expect(answer?.status == 401)
        #expect(isHeld)
      }
    }
  }

  @Test("A half body is JSON that breaks off")
  func halfBody() async throws {
    let server = TenantServer(
      configuration: TenantConfiguration(
        users: 20, rate: 100_000, faults: Faults(chances: [.halfBody: 1])))
    try await RunningTenant.run(server) { tenant in
      let answer = try await tenant.get("/roles")
      #expect(answer.status == 200)
      #expect(answer.headers["content-length"] == "\(answer.body.count)")
      #expect(throws: JSONReader.Malformed.self) { try JSONReader.read(answer.body) }
    }
  }
}

import FoundationEssentials
import Testing

@testable import LocalTenant

@Suite("A tenant in a file")
struct StateFileTests {
  private static func withDirectory(_ body: (String) async throws -> Void) async throws {
    var random = SystemRandomNumberGenerator()
    let path = "/tmp/local-tenant-tests-\(random.next())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    do {
      try await body(path)
    } catch {
      try FileManager.default.removeItem(atPath: path)
      throw error
    }
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("What was changed is there again, and everything else as it was", .timeLimit(.minutes(5)))
  func roundTrip() async throws {
    try await Self.withDirectory { directory in
      let path = directory + "/tenant.json"
      let configuration = TenantConfiguration(users: 60, rate: 100_000)
      let first = try TenantServer(configuration: configuration, state: path)
      try await RunningTenant.run(first) { tenant in
        let role = try tenant.roleID("Support")
        let removal = try await tenant.call(
          "DELETE", RunningTenant.anaPath + "/roles", body: #"{"roles":["\#(role)"]}"#)
        #expect(removal.status == 204)
        #expect(
          try await tenant.call(
            "DELETE", RunningTenant.anaPath + "/sessions"
          ).status == 202)
      }
      let second = try TenantServer(configuration: TenantConfiguration(users: 10), state: path)
      let (before, after) = (first.store.read { $0 }, second.store.read { $0 })
      #expect(after.directory.users == before.directory.users)
      #expect(after.roles.roles == before.roles.roles)
      #expect(after.logs.entries == before.logs.entries)
      #expect(after.logs.entries.last?.description == "Delete sessions for user")
      for user in before.directory.users {
        #expect(after.assignments.held(by: user.id) == before.assignments.held(by: user.id))
      }
      #expect(second.roles(ofUser: RunningTenant.ana).count == 2)
      #expect(second.store.now >= first.configuration.now.timestamp)
    }
  }

  @Test("A damaged file is an error, and stays as it is", arguments: ["", "{}", "{\"format\":1"])
  func damaged(text: String) async throws {
    try await Self.withDirectory { directory in
      let path = directory + "/tenant.json"
      try Data(text.utf8).write(to: URL(filePath: path))
      #expect(
        throws: StateFileError(
          path: path, problem: "is not a tenant that can be read; it is left as it is")
      ) {
        try TenantServer(configuration: TenantConfiguration(users: 10), state: path)
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
    }
  }

  @Test("Two tenants cannot have one file, until the first has ended", .timeLimit(.minutes(5)))
  func locked() async throws {
    try await Self.withDirectory { directory in
      let path = directory + "/tenant.json"
      let configuration = TenantConfiguration(users: 10, rate: 100_000)
      let first = try TenantServer(configuration: configuration, state: path)
      let inUse = StateFileError(
        path: path, problem: "is in use by another tenant; stop that one, or name another file")
      #expect(throws: inUse) { try TenantServer(configuration: configuration, state: path) }
      try await RunningTenant.run(first) { _ in
        #expect(throws: inUse) { try TenantServer(configuration: configuration, state: path) }
      }
      let second = try TenantServer(configuration: configuration, state: path)
      await #expect(throws: inUse) { try await first.run { _ in } }
      #expect(second.userIDs() == first.userIDs())
    }
  }

  @Test("A lock leaves nothing behind, and is not kept by one who died")
  func lockFile() async throws {
    try await Self.withDirectory { directory in
      let path = directory + "/tenant.json"
      // What a process that was killed leaves.
      try Data().write(to: URL(filePath: path + ".lock"))
      let lock = StateLock(stateFile: path)
      try lock.acquire()
      try lock.acquire()
      lock.release()
      lock.release()
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
    }
  }

  @Test("A place that cannot be written is an error")
  func unwritable() throws {
    let store = TenantStore(
      TenantSeeder(TenantConfiguration(users: 10)).state(), TenantConfiguration(users: 10))
    let file = StateFile(path: "/nonexistent/tenant.json")
    #expect(throws: StateFileError.self) {
      try file.save(store.read { TenantSnapshot($0, now: Timestamp(milliseconds: 0)) })
    }
  }
}

extension Date {
  fileprivate var timestamp: Timestamp { Timestamp(self) }
}

import AccessModel
import Changes
import Glibc
import Testing

/// A folder that goes with the test.
private struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    var template = Array("/tmp/rolecall-plans-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

@Suite("Plan files on the disk")
struct PlanFileDiskTests {
  private static let file = PlanFile(
    Plan(
      id: "p", tenant: Tenant(domain: "localhost", isProduction: false),
      changes: (0..<2_000).map {
        .removeRole(.admin, from: User(id: UserID("auth0|\($0)"), name: "User \($0)"))
      }),
    plannedBy: "ada@workstation", plannedAt: Timestamp(milliseconds: 0), program: "rolecall")

  @Test("a plan is written whole, for its owner alone, and its hash is that of its bytes")
  func writes() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/plan.jsonl"
    let hash = try Self.file.write(to: path)
    let bytes = try PlanFile.bytes(at: path)
    #expect(bytes == Self.file.bytes)
    #expect(PlanHash(of: bytes) == hash)
    #expect(try PlanFile(bytes: bytes).changes.count == 2_000)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(folder.names == ["plan.jsonl"])
  }

  @Test("a hash is written as everybody writes it")
  func hash() {
    #expect(
      PlanHash(of: Array("abc".utf8)).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("a file that is there is never written over, and nothing is left beside it")
  func exists() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/plan.jsonl"
    _ = try Self.file.write(to: path)
    #expect(throws: PlanFileFailure(.exists, path: path)) {
      try Self.file.write(to: path)
    }
    #expect(folder.names == ["plan.jsonl"])
    #expect(try PlanFile.bytes(at: path) == Self.file.bytes)
  }

  @Test("what is no file is not read, and what cannot be written says so")
  func others() throws {
    let folder = try TemporaryFolder()
    let missing = "\(folder.path)/none/plan.jsonl"
    #expect(throws: PlanFileFailure(.missing, path: missing)) {
      try Self.file.write(to: missing)
    }
    #expect(throws: PlanFileFailure(.missing, path: missing)) {
      try PlanFile.bytes(at: missing)
    }
    #expect(throws: PlanFileFailure(.notAFile, path: folder.path)) {
      try PlanFile.bytes(at: folder.path)
    }
    let pipe = "\(folder.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: PlanFileFailure(.notAFile, path: pipe)) {
      try PlanFile.bytes(at: pipe)
    }
  }
}

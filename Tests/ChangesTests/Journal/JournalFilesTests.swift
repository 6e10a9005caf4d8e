import AccessModel
import Glibc
import SeededRandomness
import TerminalEmulator
import Testing

@testable import Changes

@Suite("The journal's files")
struct JournalFilesTests {
  private let place: JournalPlace
  private var temporary: ScratchFolder { place.temporary }

  init() throws {
    place = try JournalPlace()
  }

  @Test(
    "folders and files are this user's alone, whatever the umask", .ownThread,
    arguments: ["umask0", "umask777"])
  func umask(what: String) throws {
    let child = try ChildProgram("JournalFixture", [place.folder, what, "2"])
    #expect(child.lines(upTo: "end").last == "end")
    #expect(temporary.mode(of: temporary.path + "/state") == 0o700)
    #expect(temporary.mode(of: place.folder) == 0o700)
    let names = temporary.names(in: place.folder)
    #expect(names.contains("acme.eu.auth0.com.sqlite-wal"))
    #expect(names.contains("acme.eu.auth0.com.sqlite-shm"))
    for name in names { #expect(temporary.mode(of: place.folder + "/" + name) == 0o600, "\(name)") }
    child.kill()
  }

  @Test("what was left open to others is closed")
  func tightened() throws {
    _ = try place.open()
    chmod(place.folder, 0o777)
    chmod(place.file, 0o666)
    _ = try place.open()
    #expect(temporary.mode(of: place.folder) == 0o700)
    #expect(temporary.mode(of: place.file) == 0o600)
  }

  @Test("another's folder is refused, and so is a link into one", .enabled(if: geteuid() == 0))
  func notOurs() throws {
    let theirs = temporary.path + "/theirs"
    mkdir(theirs, 0o777)
    chown(theirs, 12_345, 12_345)
    #expect(place.error { _ = try StateFolder(at: theirs) } == .notOurs)
    let link = temporary.path + "/link"
    symlink(theirs, link)
    #expect(place.error { _ = try StateFolder(at: link) } == .notOurs)
    _ = try place.open()
    chown(place.file, 12_345, 12_345)
    #expect(place.error { _ = try place.open() } == .notOurs)
  }

  @Test("a link in the place of the file, a second name and a folder are refused")
  func wrongKind() throws {
    _ = try StateFolder(at: place.folder)
    let elsewhere = temporary.path + "/elsewhere"
    temporary.write([1, 2, 3], to: elsewhere)
    symlink(elsewhere, place.file)
    #expect(place.error { _ = try place.open() } == .wrongKind)
    unlink(place.file)
    link(elsewhere, place.file)
    #expect(place.error { _ = try place.open() } == .wrongKind)
    unlink(place.file)
    mkdir(place.file, 0o700)
    #expect(place.error { _ = try place.open() } == .wrongKind)
    #expect(temporary.bytes(of: elsewhere) == [1, 2, 3])
    #expect(place.error { _ = try StateFolder(at: elsewhere) } == .wrongKind)
  }

  @Test("a folder that may not be written is a clear error", .ownThread)
  func readOnly() throws {
    // Owned by nobody where the tests run as root, since the child then runs as nobody.
    chmod(temporary.path, 0o755)
    mkdir(temporary.path + "/state", 0o500)
    if geteuid() == 0 { chown(temporary.path + "/state", 65_534, 65_534) }
    let child = try ChildProgram("JournalFixture", [place.folder, "nobody", "1"])
    #expect(child.lines() == ["error notWritable"])
    child.kill()
    chmod(temporary.path + "/state", 0o700)
  }

  @Test("where no more may be written, it is an error, and what was on record stays", .ownThread)
  func full() async throws {
    let child = try ChildProgram("JournalFixture", [place.folder, "small", "5000"])
    let lines = child.lines()
    child.kill()
    #expect(["error diskFull", "error failed"].contains(lines.last))
    let journal = try place.open()
    #expect(journal.setAside == nil)
    #expect(try await journal.check().holds)
  }

  @Test(
    "the environment says where",
    arguments: [
      (["XDG_STATE_HOME": "/var/state", "HOME": "/home/ana"], "/var/state/rolecall"),
      (["XDG_STATE_HOME": "relative", "HOME": "/home/ana"], "/home/ana/.local/state/rolecall"),
      (["XDG_STATE_HOME": "", "HOME": "/home/ana/"], "/home/ana/.local/state/rolecall"),
      (["HOME": "here"], nil), ([:], nil),
    ] as [([String: String], String?)])
  func environment(environment: [String: String], path: String?) {
    #expect((try? StateFolder.path(in: environment)) == path)
  }

  @Test("a newer version's journal is refused and left as it is")
  func newer() throws {
    _ = try place.open()
    try place.execute("PRAGMA user_version = 2")
    #expect(place.error { _ = try place.open() } == .newerVersion)
    #expect(temporary.names(in: place.folder).filter { $0.contains("damaged") } == [])
  }

  @Test("another program's database and another tenant's journal are refused")
  func foreign() throws {
    _ = try place.open()
    try place.execute("UPDATE journal SET tenant = 'other.eu.auth0.com'")
    #expect(place.error { _ = try place.open() } == .otherTenant)
    try place.execute("PRAGMA application_id = 0")
    #expect(place.error { _ = try place.open() } == .notAJournal)
  }

  @Test(
    "a damaged journal is set aside and kept byte for byte",
    arguments: ["random", "empty", "half", "page", "header"])
  func damaged(how: String) async throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    do {
      let journal = try place.open()
      let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(100))
      try await run.step(.done)
      // All is in the file itself, and nothing in the log beside it.
      _ = try await journal.purge(user: UserID("nobody"), by: .ana)
    }
    var bytes = temporary.bytes(of: place.file)
    switch how {
    case "random": bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    case "empty": bytes = []
    case "half": bytes = Array(bytes.prefix(bytes.count / 2))
    case "page":
      for index in 8_192..<12_288 { bytes[index] = UInt8.random(in: 0...255, using: &random) }
    default: for index in 0..<16 { bytes[index] = 0 }
    }
    temporary.write(bytes, to: place.file)
    let journal = try place.open()
    let setAside = try #require(journal.setAside, "seed \(seed)")
    #expect(setAside == place.folder + "/acme.eu.auth0.com.damaged-20251124T160000000Z.sqlite")
    #expect(temporary.bytes(of: setAside) == bytes)
    #expect(try await journal.runs() == [])
    #expect(try await journal.check().holds)
  }

  @Test("two damaged journals of one moment keep their own names")
  func twice() throws {
    for _ in 0..<2 {
      _ = try place.open()
      temporary.write([0], to: place.file)
    }
    _ = try place.open()
    #expect(temporary.names(in: place.folder).count { $0.contains("damaged") } == 2)
  }

  @Test("a tenant's address becomes a name that leads nowhere else")
  func names() throws {
    _ = try place.open(tenant: "127.0.0.1:4400")
    _ = try place.open(tenant: "../Up/..")
    let names = temporary.names(in: place.folder)
    #expect(names.contains("127.0.0.1%3A4400.sqlite"))
    #expect(names.contains("..%2Fup%2F...sqlite"))
  }

  @Test(
    "a network's file system is told from a disk",
    arguments: [
      ("ext4", false), ("btrfs", false), ("tmpfs", false), ("overlay", false), ("fuseblk", false),
      ("fuse.gocryptfs", false), ("nfs4", true), ("cifs", true), ("smb3", true), ("9p", true),
      ("fuse.sshfs", true), ("fuse.rclone", true), ("ceph", true), ("fuse", true),
    ])
  func kinds(kind: String, isNetwork: Bool) {
    #expect(MountTable.isNetwork(kind) == isNetwork)
  }

  @Test("the innermost mount is the one that counts")
  func mounts() throws {
    let table = MountTable(
      """
      22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
      30 22 0:40 / /home rw - nfs4 server:/home rw
      31 30 0:41 / /home/ana/my\\040disk rw shared:3 master:1 - xfs /dev/vdb rw
      32 22 0:42 / /homely rw - btrfs /dev/vdc rw
      garbage
      """)
    #expect(table.kind(at: "/home/ana") == "nfs4")
    #expect(table.kind(at: "/home") == "nfs4")
    #expect(table.kind(at: "/homely/ana") == "btrfs")
    #expect(table.kind(at: "/home/ana/my disk/state") == "xfs")
    #expect(table.kind(at: "/var") == "ext4")
    #expect(MountTable.current().kind(at: "/proc") == "proc")
    let network = MountTable("1 0 0:1 / / rw - fuse.sshfs ana@server: rw")
    #expect(
      place.error { _ = try StateFolder(at: place.folder, mounts: network) } == .networkFileSystem)
  }
}

import AccessModel
import Glibc

/// The files of one tenant's journal, by their names in the state folder.
struct JournalFiles: Hashable, Sendable {
  let folder: StateFolder
  /// The tenant's domain, in lower case.
  let tenant: String

  init(folder: StateFolder, tenant: String) {
    self.folder = folder
    self.tenant = tenant.lowercased()
  }

  /// The tenant's domain as a name of files: what is neither letter, digit, `-` nor `.` as `%3A`.
  private var name: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var name: [UInt8] = []
    for byte in tenant.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        name.append(byte)
      default:
        name += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The database.
  var database: String { folder.path(of: name + ".sqlite") }
  /// What is locked while the database is opened, made or set aside.
  var openingLock: String { folder.path(of: name + ".lock") }
  /// A database that is being made.
  var unfinished: String { folder.path(of: name + ".new") }

  /// What is locked while a plan is run; the key is made of letters and digits.
  func runLock(_ key: String) -> String { folder.path(of: "\(name).run-\(key).lock") }

  /// The files that SQLite keeps beside a database.
  private static let companions = ["", "-wal", "-shm", "-journal"]

  /// Makes sure that the database and what is beside it are plain files of this user alone.
  ///
  /// - Returns: Whether there is a database.
  func secure() throws(JournalError) -> Bool {
    for ending in Self.companions {
      let path = database + ending
      guard let status = stat.of(path) else { continue }
      guard status.isPlainFile else {
        throw JournalError(
          .wrongKind, path: path,
          detail: status.isSymbolicLink ? "it is a symbolic link" : "it is no plain file")
      }
      guard status.st_uid == geteuid() else {
        throw JournalError(.notOurs, path: path, detail: "the file is of user \(status.st_uid)")
      }
      guard status.st_nlink == 1 else {
        throw JournalError(.wrongKind, path: path, detail: "the file has a second name")
      }
      if status.st_mode & 0o7777 != 0o600, chmod(path, 0o600) != 0 {
        throw SystemError.last.journalError(at: path)
      }
    }
    return stat.of(database) != nil
  }

  /// Makes an empty file for a database, 0600 whatever the umask; SQLite gives those beside it its mode.
  func makeUnfinished() throws(JournalError) {
    for ending in Self.companions { unlink(unfinished + ending) }
    let descriptor = FileDescriptor(
      open(unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600))
    guard descriptor.number >= 0, fchmod(descriptor.number, 0o600) == 0 else {
      throw SystemError.last.journalError(at: unfinished)
    }
  }

  /// Gives a finished database its name, so that there is either a whole one or none.
  func putInPlace() throws(JournalError) {
    guard rename(unfinished, database) == 0 else {
      throw SystemError.last.journalError(at: database)
    }
    try folder.sync()
  }

  /// Renames a damaged database, and what is beside it, with the time.
  ///
  /// - Returns: Where it is now.
  func setAside(at time: Timestamp) throws(JournalError) -> String {
    let stamp = String(time.description.filter { $0.isNumber || $0 == "T" || $0 == "Z" })
    var target = folder.path(of: "\(name).damaged-\(stamp).sqlite")
    var count = 1
    while stat.of(target) != nil {
      count += 1
      target = folder.path(of: "\(name).damaged-\(stamp)-\(count).sqlite")
    }
    for ending in Self.companions where stat.of(database + ending) != nil {
      guard rename(database + ending, target + ending) == 0 else {
        throw SystemError.last.journalError(at: database + ending)
      }
    }
    try folder.sync()
    return target
  }
}

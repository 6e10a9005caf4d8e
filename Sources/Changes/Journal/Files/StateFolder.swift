import Glibc

/// The folder that holds the journals, of this user alone.
package struct StateFolder: Hashable, Sendable {
  /// Its path, absolute and without links.
  package let path: String

  /// Where the folder belongs: `$XDG_STATE_HOME/rolecall`, unless set `~/.local/state/rolecall`.
  ///
  /// The XDG Base Directory Specification has a relative path ignored.
  ///
  /// - Throws: ``JournalError/Code/noHome`` where the environment names neither.
  package static func path(in environment: [String: String]) throws(JournalError) -> String {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return joined(state, "rolecall")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw JournalError(.noHome, path: "")
    }
    return joined(home, ".local/state/rolecall")
  }

  /// Makes the folder where there is none, and makes sure that nobody else has a hand in it.
  ///
  /// Its mode becomes 0700, whatever the umask; folders above it that are missing are made alike.
  ///
  /// - Parameter path: An absolute path; a link in it is followed, and what counts is where it leads.
  /// - Throws: ``JournalError`` where the folder is another user's, on a network's file system, no
  ///   folder at all, or cannot be made.
  package init(at path: String) throws(JournalError) {
    try self.init(at: path, mounts: .current())
  }

  init(at path: String, mounts: MountTable) throws(JournalError) {
    try Self.make(path)
    let descriptor = FileDescriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard descriptor.number >= 0, let status = descriptor.status else {
      throw SystemError.last.journalError(at: path)
    }
    guard status.st_uid == geteuid() else {
      throw JournalError(.notOurs, path: path, detail: "the folder is of user \(status.st_uid)")
    }
    guard let resolved = Self.resolved(path) else {
      throw SystemError.last.journalError(at: path)
    }
    if let kind = mounts.kind(at: resolved), MountTable.isNetwork(kind) {
      throw JournalError(.networkFileSystem, path: path, detail: "the file system is \(kind)")
    }
    if status.st_mode & 0o7777 != 0o700, fchmod(descriptor.number, 0o700) != 0 {
      throw SystemError.last.journalError(at: path)
    }
    self.path = resolved
  }

  /// The path of a file in the folder.
  func path(of name: String) -> String { Self.joined(path, name) }

  /// Writes the folder's list of names through to the disk.
  func sync() throws(JournalError) {
    let descriptor = FileDescriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard descriptor.number >= 0, fsync(descriptor.number) == 0 else {
      throw SystemError.last.journalError(at: path)
    }
  }

  private static func make(_ path: String) throws(JournalError) {
    var status = stat()
    // Where something is, opening it tells what; a link that leads nowhere is not filled by us.
    if stat(path, &status) == 0 { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try make(String(path[..<slash]))
    }
    if mkdir(path, 0o700) != 0 {
      let error = SystemError.last
      // Another process may have been faster.
      if error.number == EEXIST { return }
      throw error.journalError(at: path)
    }
    // The umask may have taken away what the owner needs.
    guard chmod(path, 0o700) == 0 else { throw SystemError.last.journalError(at: path) }
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

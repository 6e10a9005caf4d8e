import Glibc

/// An open file, closed with this value.
struct FileDescriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    if number >= 0 { close(number) }
  }

  /// What the file is; `nil` where the system does not say.
  var status: stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }
}

extension stat {
  /// Whether it is a folder.
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  /// Whether it is a plain file.
  var isPlainFile: Bool { st_mode & S_IFMT == S_IFREG }
  /// Whether it is a symbolic link.
  var isSymbolicLink: Bool { st_mode & S_IFMT == S_IFLNK }

  /// What is at a path, without following a link at its end; `nil` where there is nothing.
  static func of(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }
}

/// What the system says about its last failed call.
struct SystemError {
  let number: Int32

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(number: errno) }

  /// In the system's words.
  var reason: String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }

  /// As an error of the journal, for what was to be written at a path.
  func journalError(at path: String) -> JournalError {
    switch number {
    case ENOSPC, EDQUOT, EFBIG: JournalError(.diskFull, path: path, detail: reason)
    case EACCES, EPERM, EROFS: JournalError(.notWritable, path: path, detail: reason)
    case ELOOP: JournalError(.wrongKind, path: path, detail: "it is a symbolic link")
    case ENOTDIR, EISDIR, ENXIO: JournalError(.wrongKind, path: path, detail: reason)
    default: JournalError(.failed, path: path, detail: reason)
    }
  }
}

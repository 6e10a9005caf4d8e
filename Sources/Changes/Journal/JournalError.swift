package import AccessModel

/// Why the journal could not be opened, written or read.
package struct JournalError: Error, Hashable, Sendable {
  /// What went wrong; switch on this, never on the sentence.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// The environment names no folder for state, and no home to put one into.
    case noHome
    /// The folder or a file in it belongs to another user of this machine.
    case notOurs
    /// Where a plain file or a folder should be is something else: a symbolic link, a socket.
    case wrongKind
    /// The file system is reached over a network, where locks and syncs do not hold.
    case networkFileSystem
    /// The folder or the file may not be written.
    case notWritable
    /// The disk, or what may be used of it, is full. What was on record stays on record.
    case diskFull
    /// A newer version of this program wrote the journal.
    case newerVersion
    /// The file is a database, but none that this program wrote.
    case notAJournal
    /// The journal is of another tenant than its name says.
    case otherTenant
    /// The file is damaged; what is found so on opening is set aside instead.
    case damaged
    /// Another process held the file for too long.
    case busy
    /// Writing or reading failed for another reason.
    case failed
    /// Another process runs this plan just now.
    case heldElsewhere
    /// A plan with this SHA-256 is on record already.
    case alreadyApplied
    /// No run of this number is on record.
    case unknownRun
    /// The run has come to its end and cannot go on.
    case runEnded
  }

  /// What went wrong.
  package var code: Code
  /// The file or folder concerned.
  package var path: String
  /// What the system, the lock or the record says about it, in words; never holds a secret.
  package var detail: String?
  /// The run concerned, where there is one.
  package var run: RunNumber?

  /// An error from its parts.
  package init(_ code: Code, path: String, detail: String? = nil, run: RunNumber? = nil) {
    self.code = code
    self.path = path
    self.detail = detail
    self.run = run
  }
}

extension JournalError: CustomStringConvertible {
  package var description: String { sentence }

  /// What failed, with what, and what to do, for a person.
  package var sentence: String {
    let because = detail.map { ": \($0)" } ?? ""
    let number = run.map { "\($0)" } ?? "of this number"
    return switch code {
    case .noHome:
      "There is no place for the journal: set XDG_STATE_HOME or HOME to a folder of your own."
    case .notOurs:
      "The journal's place \(path) belongs to somebody else\(because). "
        + "Set XDG_STATE_HOME to a folder of your own."
    case .wrongKind:
      "The journal's place \(path) is not what it should be\(because). "
        + "Move it away, or set XDG_STATE_HOME to another folder."
    case .networkFileSystem:
      "The journal cannot be kept at \(path), which is reached over a network\(because). "
        + "Set XDG_STATE_HOME to a folder on a disk of this machine."
    case .notWritable:
      "The journal at \(path) cannot be written\(because). "
        + "Nothing is changed without it; make it writable, or set XDG_STATE_HOME."
    case .diskFull:
      "The disk is full: the journal at \(path) cannot be written\(because). "
        + "Nothing more is changed until there is room; what is on record is kept."
    case .newerVersion:
      "The journal at \(path) was written by a newer rolecall\(because). "
        + "Use that version; this one leaves the journal as it is."
    case .notAJournal:
      "The file \(path) is a database, but no journal of rolecall. Move it away."
    case .otherTenant:
      "The journal at \(path) belongs to another tenant\(because). Move it away."
    case .damaged:
      "The journal at \(path) is damaged\(because). "
        + "It is set aside when it is opened again, and never overwritten."
    case .busy:
      "The journal at \(path) is held by another process for too long. Try again."
    case .failed:
      "The journal at \(path) cannot be used\(because)."
    case .heldElsewhere:
      "This plan is being run just now\(because)."
    case .alreadyApplied:
      "This plan was applied before, as run \(number). A plan is applied once: "
        + "resume \(number) goes on with it, a new plan does it anew."
    case .unknownRun:
      "There is no run \(number) in the journal at \(path)."
    case .runEnded:
      "Run \(number) has come to its end\(because) and cannot go on; a new plan can."
    }
  }
}

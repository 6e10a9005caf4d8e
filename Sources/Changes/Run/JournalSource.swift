package import AccessModel
import FoundationEssentials
import Glibc
import Synchronization

/// Where a tenant's runs are put on record; opened when it is first needed, and then kept open.
///
/// Nothing is written to a tenant without a journal. Only where nothing outlives the session anyway, on
/// this machine's own tenants, a folder that goes with it does as well.
package final class JournalSource: Sendable {
  private let state = Mutex<Journal?>(nil)
  private let open: @Sendable () throws(JournalError) -> Journal

  /// A source.
  ///
  /// - Parameter open: Opens the journal; tried again where it failed.
  package init(open: @escaping @Sendable () throws(JournalError) -> Journal) {
    self.open = open
  }

  /// The journal below `$XDG_STATE_HOME`, or in the home.
  ///
  /// On this machine's own tenants a folder that goes with this object takes its place where it cannot be
  /// opened; anywhere else that is an error, and nothing is written.
  package static func kept(
    tenant: Tenant, environment: [String: String], version: String
  ) -> JournalSource {
    let substitute = TemporaryState()
    return JournalSource { () throws(JournalError) in
      do {
        return try Journal.open(
          tenant: tenant.domain, in: StateFolder(at: StateFolder.path(in: environment)),
          version: version, now: Self.now)
      } catch {
        let error = JournalError(error, path: "")
        guard tenant.isOnLoopback, error.isAboutPlace else { throw error }
        return try substitute.journal(of: tenant.domain, version: version)
      }
    }
  }

  /// A journal that is gone with this object.
  package static func temporary(tenant: String, version: String) -> JournalSource {
    let state = TemporaryState()
    return JournalSource { () throws(JournalError) in
      try state.journal(of: tenant, version: version)
    }
  }

  /// The journal.
  ///
  /// It blocks where it is opened: what is there already is read through once.
  ///
  /// - Throws: ``JournalError`` where it cannot be opened: then nothing may be written.
  package func journal() throws(JournalError) -> Journal {
    let result: Result<Journal, JournalError> = state.withLock { journal in
      if let journal { return .success(journal) }
      let opened = Result { () throws(JournalError) in try open() }
      if case .success(let opened) = opened { journal = opened }
      return opened
    }
    return try result.get()
  }

  /// This machine's clock.
  package static let now: @Sendable () -> Timestamp = { Timestamp(Date()) }
}

extension JournalError {
  /// Whether another place would do: what is there is not to be looked at or saved first.
  fileprivate var isAboutPlace: Bool {
    switch code {
    case .noHome, .notOurs, .wrongKind, .networkFileSystem, .notWritable: true
    case .diskFull, .newerVersion, .notAJournal, .otherTenant, .damaged, .busy, .failed,
      .heldElsewhere, .alreadyApplied, .unknownRun, .runEnded:
      false
    }
  }
}

/// A folder for state that is made when it is needed, and gone with this object.
private final class TemporaryState: Sendable {
  private let path = Mutex<String?>(nil)

  func journal(of tenant: String, version: String) throws(JournalError) -> Journal {
    try Journal.open(
      tenant: tenant, in: StateFolder(at: folder()), version: version, now: JournalSource.now)
  }

  private func folder() throws(JournalError) -> String {
    if let path = path.withLock({ $0 }) { return path }
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/rolecall-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last.journalError(at: base) }
    let made = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path.withLock { $0 = made }
    return made
  }

  deinit {
    if let path = path.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }
}

import AccessModel
import Changes
import FoundationEssentials
import ManagementAPI

/// A tenant that is open for changes: what reads and writes there, and what puts it on record.
struct WritableTenant: Sendable {
  /// Reads, and waits for the rate limit meanwhile.
  let reader: any AccessReading
  /// Makes changes; `nil` where nothing may be written.
  let writer: (any AccessWriting)?
  /// Who runs the program, and where its state is.
  let surroundings: Surroundings
  /// What is known of the token; it can change with each call.
  let token: TokenNotes

  /// The tenant, and what the token may do there, as far as it is known by now.
  var session: Session { token.session }

  /// The tenant's journal, which is made where there is none.
  ///
  /// - Throws: `JournalError`.
  func journal() throws -> Journal {
    try surroundings.journal(of: session.tenant.domain)
  }

  /// What carries plans out.
  ///
  /// - Parameter journal: Where runs are put on record; `nil` for what only reads.
  func engine(_ journal: Journal?) -> ChangeEngine {
    let surroundings = surroundings
    return ChangeEngine(
      session: session, reader: reader, writer: writer, journal: journal,
      person: surroundings.person(token.claims), pause: Surroundings.pause,
      now: { Timestamp(surroundings.now) })
  }
}

extension Surroundings {
  /// A tenant's journal, which is made where there is none.
  ///
  /// - Throws: `JournalError`.
  func journal(of domain: String) throws -> Journal {
    let folder = try StateFolder(at: StateFolder.path(in: environment))
    let journal = try Journal.open(
      tenant: domain, in: folder, version: RolecallCommand.programVersion,
      now: { Timestamp(now) })
    if let path = journal.setAside {
      StandardError.print("rolecall: the journal was damaged; it was set aside as \(path)")
    }
    return journal
  }
}

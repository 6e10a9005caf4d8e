package import AccessModel
package import Changes
import FoundationEssentials
package import ManagementAPI

/// A tenant that may be asked: what it is, and the calls that go to it.
package struct TenantAccess: Sendable {
  /// The tenant and the token's rights.
  package let session: Session
  /// Reads what a screen shows, where a spent rate limit is shown as well.
  package let reader: any AccessReading
  /// Reads what must be complete, and waits for the rate limit meanwhile.
  package let patientReader: any AccessReading
  /// Reads what nobody waits for, with a part of the rate limit and after what people wait for.
  package let backgroundReader: any AccessReading
  /// Writes to it; nobody does where the session is read-only.
  package let writer: (any AccessWriting)?
  /// Carries out plans of many, with a part of the rate limit and after what people wait for.
  private let bulk: (reader: any AccessReading, writer: (any AccessWriting)?)

  /// The calls that were made to it.
  package let log: APILog
  /// Where runs are put on record; without a journal nothing is written.
  package let journal: JournalSource
  /// Who runs them.
  package let person: RunOperator

  /// Access to a tenant; where the session is read-only the writer is left out.
  ///
  /// - Parameters:
  ///   - backgroundReader: The patient reader unless said.
  ///   - bulk: What carries out plans of many; the patient reader and the writer unless said.
  package init(
    session: Session, reader: any AccessReading, patientReader: any AccessReading,
    backgroundReader: (any AccessReading)? = nil, writer: any AccessWriting,
    bulk: (any AccessReading & AccessWriting)? = nil,
    log: APILog = APILog(), journal: JournalSource, person: RunOperator
  ) {
    self.session = session
    self.reader = reader
    self.patientReader = patientReader
    self.backgroundReader = backgroundReader ?? patientReader
    self.writer = session.isReadOnly ? nil : writer
    self.bulk = (bulk ?? patientReader, session.isReadOnly ? nil : bulk ?? writer)
    self.log = log
    self.journal = journal
    self.person = person
  }

  /// Reads what plans cost, which needs no journal.
  func costs(
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) -> ChangeEngine {
    ChangeEngine(
      session: session, reader: patientReader, writer: nil, journal: nil, person: person,
      pause: pause, now: { Timestamp(Date()) })
  }

  /// Writes plans to files, in the folder that the program was started in.
  var planFiles: PlanFileWriter {
    PlanFileWriter(
      plannedBy: person.phrase, program: "rolecall \(person.version)",
      plannedAt: Timestamp(Date()))
  }

  /// Writes runs on record to files, in the folder that the program was started in.
  var exporter: RunExporter { RunExporter(source: journal, tenant: session.tenant.domain) }

  /// What carries out plans.
  ///
  /// - Parameters:
  ///   - isOfMany: Whether the plan is about many: then the tenant's own applications are left their part.
  ///   - pause: Lets time pass.
  /// - Throws: ``JournalError`` where there is no journal and the session may write.
  package func engine(
    isOfMany: Bool = false, pause: @escaping @Sendable (Duration) async throws -> Void
  ) throws(JournalError) -> ChangeEngine {
    ChangeEngine(
      session: session, reader: isOfMany ? bulk.reader : patientReader,
      writer: isOfMany ? bulk.writer : writer,
      journal: writer == nil ? nil : try journal.journal(), person: person, pause: pause,
      now: { Timestamp(Date()) })
  }
}

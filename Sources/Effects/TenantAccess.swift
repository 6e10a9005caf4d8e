package import AccessModel
package import ManagementAPI

/// A tenant that may be asked: what it is, and the calls that go to it.
package struct TenantAccess: Sendable {
  /// The tenant and the token's rights.
  package let session: Session
  /// Reads what a screen shows, where a spent rate limit is shown as well.
  package let reader: any AccessReading
  /// Reads what must be complete, and waits for the rate limit meanwhile.
  package let patientReader: any AccessReading
  /// Writes to it; nobody does where the session is read-only.
  package let writer: (any AccessWriting)?

  /// Access to a tenant; where the session is read-only the writer is left out.
  package init(
    session: Session, reader: any AccessReading, patientReader: any AccessReading,
    writer: any AccessWriting
  ) {
    self.session = session
    self.reader = reader
    self.patientReader = patientReader
    self.writer = session.isReadOnly ? nil : writer
  }
}

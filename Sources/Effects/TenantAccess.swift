package import AccessModel
package import ManagementAPI

/// A tenant that may be asked: what it is, and the calls that go to it.
package struct TenantAccess: Sendable {
  /// The tenant and the token's rights.
  package let session: Session
  /// Reads from it.
  package let reader: any AccessReading
  /// Writes to it; nobody does where the session is read-only.
  package let writer: (any AccessWriting)?

  /// Access to a tenant; where the session is read-only the writer is left out.
  package init(session: Session, reader: any AccessReading, writer: any AccessWriting) {
    self.session = session
    self.reader = reader
    self.writer = session.isReadOnly ? nil : writer
  }
}

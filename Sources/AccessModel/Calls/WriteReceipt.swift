/// What the tenant said when it accepted a write: that it was accepted, not that anything changed.
package struct WriteReceipt: Hashable, Sendable {
  /// The answer's HTTP status, 2xx.
  package var status: Int
  /// What the tenant's support finds the call by; `nil` where the answer bore none.
  package var requestID: String?
  /// The tenant's own time, to the second; `nil` where the answer did not say.
  package var tenantTime: Timestamp?

  /// A receipt from its parts.
  package init(status: Int, requestID: String? = nil, tenantTime: Timestamp? = nil) {
    self.status = status
    self.requestID = requestID
    self.tenantTime = tenantTime
  }
}

import AccessModel

extension Answer {
  /// What a success says of a write.
  var receipt: WriteReceipt {
    WriteReceipt(status: status, requestID: requestID, tenantTime: tenantTime)
  }

  /// The tenant's own time, where the answer says it.
  var tenantTime: Timestamp? {
    headers["date"].flatMap(HTTPDate.init).map { Timestamp($0.date) }
  }
}

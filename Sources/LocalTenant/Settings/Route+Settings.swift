extension Route {
  /// What the tenant says about itself.
  static let settings = [
    Route(.get, "/tenants/settings", .anyOf(["read:tenant_settings"])) {
      call, store throws(APIError) in
      let fields = try FieldSelection(call.query)
      return .ok(fields.applied(to: store.read { $0.settings.json }))
    }
  ]
}

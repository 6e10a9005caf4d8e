extension Route {
  /// What the tenant says about itself.
  static let settings = [
    Route(.get, "/tenants/settings", .anyOf(["read:tenant_settings"])) { _, store in
      .ok(store.read { $0.settings.json })
    }
  ]
}

import ManagementAPI

extension Surroundings {
  /// The domain of the tenant that the environment names, for what needs no credential.
  ///
  /// - Throws: `CommandFailure` where it names none.
  var tenantDomain: String {
    get throws {
      guard let text = environment["AUTH0_DOMAIN"], !text.isEmpty else {
        throw CommandFailure(
          status: CommandFailure.wrongCall,
          "AUTH0_DOMAIN is not set, so there is no tenant to call.",
          "Set AUTH0_DOMAIN=acme.eu.auth0.com")
      }
      do {
        return try TenantEndpoint(domain: text).domain
      } catch {
        throw CommandFailure(
          status: CommandFailure.wrongCall, error.explanation(of: "AUTH0_DOMAIN"))
      }
    }
  }
}

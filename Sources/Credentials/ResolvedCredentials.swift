package import AccessModel
package import ManagementAPI

/// What it takes to open a tenant: where it is, a token that belongs there, and what that token may do.
package struct ResolvedCredentials: Hashable, Sendable {
  /// Where the tenant's API is.
  package let endpoint: TenantEndpoint
  /// The token, which names the endpoint and has not ended.
  package let token: AccessToken
  /// The tenant and what may be done there.
  package let session: Session
}

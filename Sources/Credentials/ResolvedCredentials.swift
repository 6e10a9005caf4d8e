package import AccessModel
package import ManagementAPI

/// What it takes to open a tenant: where it is, where tokens for it come from, and how carefully to go.
package struct ResolvedCredentials: Sendable {
  /// Where the tenant's API is.
  package let endpoint: TenantEndpoint
  /// Where its tokens come from.
  package let source: any TokenSource
  /// The token, where it is at hand: it names the endpoint and has not ended.
  package let token: AccessToken?
  let marks: SessionMarks

  /// The tenant and what may be done there, as far as it is known before a token is obtained.
  package var session: Session { marks.session(at: endpoint, with: token) }

  /// The tenant and what a token for it may do there.
  package func session(with token: AccessToken) -> Session {
    marks.session(at: endpoint, with: token)
  }
}

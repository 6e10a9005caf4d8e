import ManagementAPI

/// An application of the tenant, which gets tokens by the Client Credentials grant.
struct ClientCredentials: TokenSource {
  /// How the application proves who it is.
  enum Proof: Sendable {
    case secret(Secret?)
    case assertion(ClientAssertion)
  }

  /// Where the tokens are for.
  let endpoint: TenantEndpoint
  /// The application's client id.
  let clientID: String
  let proof: Proof
  let isRenewable = true

  func obtainToken(by exchange: any TokenExchange) async throws -> AccessToken {
    try await exchange.token(for: grant())
  }

  /// What is sent: a new proof each time, for a tenant takes an assertion once.
  private func grant() throws(CredentialsError) -> TokenGrant {
    var parameters = [
      "grant_type": Secret("client_credentials"), "client_id": Secret(clientID),
      "audience": Secret(endpoint.tokenAudience),
    ]
    switch proof {
    case .secret(let secret):
      parameters["client_secret"] = secret
    case .assertion(let assertion):
      parameters["client_assertion_type"] = Secret(ClientAssertion.type)
      parameters["client_assertion"] = try assertion.signed()
    }
    return TokenGrant(parameters: parameters)
  }
}

import ManagementAPI

/// A token that is given as it is: there is no other once it has ended.
struct StoredToken: TokenSource {
  let token: AccessToken
  let isRenewable = false

  func obtainToken(by exchange: any TokenExchange) async throws -> AccessToken { token }
}

/// What is sent to `POST /oauth/token` to get a token: the form's parameters by name.
///
/// All values are treated as secrets, for some of them are.
package struct TokenGrant: Hashable, Sendable {
  /// The parameters, such as `grant_type` and `client_secret`.
  package var parameters: [String: Secret]

  /// A grant from its parameters.
  package init(parameters: [String: Secret]) { self.parameters = parameters }
}

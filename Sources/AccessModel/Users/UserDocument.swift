/// A user together with the bytes in which the tenant described it.
package struct UserDocument: Hashable, Sendable {
  /// The user, decoded.
  package var user: User
  /// The answer's body as sent.
  package var json: RawJSON

  /// A user and its bytes.
  package init(user: User, json: RawJSON) {
    self.user = user
    self.json = json
  }
}

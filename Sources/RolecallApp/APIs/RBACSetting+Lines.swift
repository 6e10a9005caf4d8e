import AccessModel
import Canvas

extension RBACSetting {
  /// What changes for an API, in lines.
  func lines(replacing api: ResourceServer) -> [Line] {
    let life = Lifetime(seconds: api.tokenLifetime).words
    return [
      Line(effect(on: api), .danger, hanging: 2),
      Line(
        "Tokens that are out already stay as they are, for up to \(life) as set now", .muted,
        hanging: 2),
      Line(
        "enforce_policies: \(api.enforcesPolicies)"
          + (enforcesPolicies == api.enforcesPolicies ? " stays" : " becomes \(enforcesPolicies)"),
        .muted,
        indentation: 2),
      Line(
        "token_dialect: \(api.tokenDialect.rawValue)\(tokenDialect.map { " becomes \($0)" } ?? " stays")",
        .muted,
        indentation: 2),
    ]
  }

  private func effect(on api: ResourceServer) -> String {
    guard let tokenDialect, enforcesPolicies == api.enforcesPolicies else {
      return enforcesPolicies
        ? "Users without roles or direct grants lose every scope of this API at their next token."
        : "Whoever asks for a scope of this API gets it at the next token, whatever their roles."
    }
    return TokenDialect(rawValue: tokenDialect).addsPermissions
      ? "Its access tokens list the user's permissions from the next token on."
      : "Its access tokens list no permissions any more: who reads them there finds none."
  }
}

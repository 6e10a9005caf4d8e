extension APIError {
  /// What failed and what to do about it, in two lines at most, for the person who meets it.
  ///
  /// - Parameter tenant: The domain, to say who refused.
  package func explanation(tenant: String) -> Explanation {
    if let explained { return explained }
    return switch code {
    case .unreachable:
      Explanation(
        "\(tenant) cannot be reached\(Self.plain(detail).map { ": \($0)" } ?? "").",
        "Check the domain and the network.")
    case .timedOut:
      Explanation(
        "\(tenant) did not answer in time; could not \(operation.purpose).",
        uncertainty ?? "It may be busy: try again.")
    case .interrupted:
      Explanation(
        "The connection to \(tenant) broke off; could not \(operation.purpose).",
        uncertainty ?? "Try again.")
    case .badRequest:
      Explanation(
        status == nil
          ? "Nothing was sent to \(operation.purpose): \(said)."
          : "The tenant refused to \(operation.purpose): \(said).",
        "Change what was asked for.")
    case .unauthorized:
      Explanation(
        "The token is not valid for \(tenant): \(said).",
        "Get a new token, put it where this one came from, and start again.")
    case .forbidden:
      forbidden
    case .notFound:
      Explanation(
        "The tenant knows no such thing; could not \(operation.purpose): \(said).",
        "It may have been deleted: refresh.")
    case .conflict:
      Explanation("The tenant would not \(operation.purpose): \(said).", "Refresh and look again.")
    case .rateLimited:
      Explanation(
        "The tenant's rate limit is spent; could not \(operation.purpose).",
        "It takes calls again in a moment.")
    case .serverError:
      Explanation(
        "The tenant failed to \(operation.purpose): \(said).",
        uncertainty ?? (status == 503 ? "Narrow the search, or try again." : "Try again later."))
    case .unreadableAnswer:
      Explanation(
        "The answer of \(tenant) is not what the Management API sends; could not"
          + " \(operation.purpose)\(Self.plain(detail).map { ": \($0)" } ?? "").",
        uncertainty ?? "Is a proxy or a login page in between?")
    case .answerTooLarge:
      Explanation(
        "The answer of \(tenant) is too large; could not \(operation.purpose).",
        uncertainty ?? "Narrow what is asked for.")
    case .unexpectedStatus:
      Explanation(
        "\(tenant) answered with status \(status ?? 0), which the Management API does not;"
          + " could not \(operation.purpose).",
        uncertainty ?? "Check AUTH0_DOMAIN: it must be the tenant's own domain.")
    }
  }

  private var forbidden: Explanation {
    let needed = expectedScopes.isEmpty ? operation.scopes.map(\.rawValue) : expectedScopes
    guard errorCode == "insufficient_scope" || !expectedScopes.isEmpty else {
      return Explanation(
        "The tenant does not allow this token to \(operation.purpose): \(said).",
        "Its subscription may not include it, or the application may not be authorized.")
    }
    let areAllNeeded = expectedScopes.isEmpty || (message ?? "").contains("all of:")
    if let missingScopes, missingScopes.isEmpty {
      return Explanation(
        "The tenant does not let this token \(operation.purpose), though it has the scopes: \(said).",
        "Get a new token: this application's rights may have changed since it was issued.")
    }
    let missing = areAllNeeded ? missingScopes ?? needed : needed
    let scopes = needed.joined(separator: areAllNeeded ? " and " : " or ")
    return Explanation(
      "The token may not \(operation.purpose): it needs \(scopes).",
      "Tick \(missing.first ?? "the scope") for this application under APIs › Auth0 Management API,"
        + " then get a new token.")
  }

  /// What to say of a write of which nobody knows whether it arrived.
  private var uncertainty: String? {
    guard operation.isWrite else { return nil }
    // Whoever changes a user's roles reads them again by itself.
    let areRolesRead = [.removeUserRoles, .assignUserRoles].contains(operation)
    return areRolesRead
      ? "It may have been done nevertheless: the roles are read again."
      : "It may have been done nevertheless: look again before another try."
  }

  private var said: String {
    Self.plain(message) ?? status.map { "status \($0)" } ?? code.rawValue
  }

  /// Somebody's words without the full stop at their end, which the sentence around them has; `nil` for
  /// none.
  private static func plain(_ words: String?) -> String? {
    var words = (words ?? "")[...]
    while let last = words.last, last == "." || last.isWhitespace { words.removeLast() }
    return words.isEmpty ? nil : String(words)
  }
}

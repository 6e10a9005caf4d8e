import AccessModel

extension CredentialsError {
  private typealias Variable = CredentialSource.Variable

  /// More than one kind of credential is set.
  static func conflictingCredentials(_ names: [String]) -> CredentialsError {
    CredentialsError(
      .conflictingCredentials, variables: names,
      explanation: Explanation(
        "\(list(names)) are \(names.count == 2 ? "both" : "all") set, and each is a credential.",
        "Keep the one that is meant, and leave the other\(names.count == 2 ? "" : "s") out."))
  }

  /// There is a secret or a key, but no client id.
  static func missingClientID(_ proof: CredentialSource.Variable) -> CredentialsError {
    CredentialsError(
      .missingClientID, variables: [Variable.clientID.rawValue],
      explanation: Explanation(
        proof == .clientSecret
          ? "AUTH0_CLIENT_SECRET is set, but AUTH0_CLIENT_ID is not."
          : "A private key is set, but AUTH0_CLIENT_ID is not.",
        "Set AUTH0_CLIENT_ID to the client id of the application."))
  }

  /// There is a client id, but neither secret nor key.
  static var missingProof: CredentialsError {
    CredentialsError(
      .missingProof, variables: [Variable.clientSecret.rawValue, Variable.privateKey.rawValue],
      explanation: Explanation(
        "AUTH0_CLIENT_ID is set, but nothing that proves it.",
        "Set AUTH0_CLIENT_SECRET, or AUTH0_CLIENT_ASSERTION_PRIVATE_KEY, or"
          + " AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE; or AUTH0_API_TOKEN instead."))
  }

  /// The file with the key cannot be read.
  static func unreadableKeyFile(_ path: String, isMissing: Bool) -> CredentialsError {
    CredentialsError(
      .unreadableKeyFile, variables: [Variable.privateKeyFile.rawValue],
      explanation: Explanation(
        "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE names \(path), which "
          + (isMissing ? "is not there." : "cannot be read."),
        "Set it to the path of the key in PEM."))
  }

  /// What was given as the key is none that can sign.
  static func malformedKey(
    _ variable: CredentialSource.Variable, _ flaw: SigningKey.Flaw?
  ) -> CredentialsError {
    let reason =
      switch flaw {
      case .encrypted: "is locked by a passphrase"
      case .notPrivate: "is no private key"
      case .notRSA, nil: "is no RSA key of 2,048 bits or more in PEM"
      }
    return CredentialsError(
      .malformedKey, variables: [variable.rawValue],
      explanation: Explanation(
        "The key in \(variable.rawValue) \(reason).",
        flaw == .encrypted
          ? "Unlock it: openssl pkey -in KEY -out PLAIN"
          : "Give the application's private key: -----BEGIN PRIVATE KEY-----"))
  }

  /// The algorithm is none that Auth0 takes.
  static var unknownAlgorithm: CredentialsError {
    let names = SigningAlgorithm.allCases.map(\.rawValue)
    return CredentialsError(
      .unknownAlgorithm, variables: [Variable.signingAlgorithm.rawValue],
      explanation: Explanation(
        "AUTH0_CLIENT_ASSERTION_SIGNING_ALG is none that Auth0 takes.",
        "Set it to one of \(names.joined(separator: ", ")); without it RS256 is used."))
  }

  /// Names as a sentence lists them.
  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and \(last)"
  }
}

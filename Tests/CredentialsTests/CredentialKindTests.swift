import AccessModel
import FoundationEssentials
import ManagementAPI
import Testing

@testable import Credentials

@Suite("One kind of credential, and what it takes")
struct CredentialKindTests {
  private static let pem = "-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----"

  /// Ways to set a credential: what stands in the environment, and how it is named.
  private static let ways: [(set: [String: String], name: String)] = [
    (["AUTH0_API_TOKEN": TestJWT.token()], "AUTH0_API_TOKEN"),
    (["AUTH0_ACCESS_TOKEN": TestJWT.token()], "AUTH0_ACCESS_TOKEN"),
    (["AUTH0_CLIENT_ID": "abc", "AUTH0_CLIENT_SECRET": "s"], "AUTH0_CLIENT_SECRET"),
    (
      ["AUTH0_CLIENT_ID": "abc", "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": pem],
      "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY"
    ),
    (
      ["AUTH0_CLIENT_ID": "abc", "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE": "/nowhere"],
      "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE"
    ),
    (["ROLECALL_TOKEN_COMMAND": "true"], "ROLECALL_TOKEN_COMMAND"),
    ([:], "--auth0-cli"),
  ]

  private static func error(
    _ environment: [String: String], usesCommandLineSession: Bool = false
  ) -> CredentialsError? {
    #expect(throws: CredentialsError.self) {
      try CredentialSource(
        environment: environment.merging(["AUTH0_DOMAIN": "acme.eu.auth0.com"]) { $1 },
        usesCommandLineSession: usesCommandLineSession
      ).resolve { TestJWT.now }
    }
  }

  @Test("Any two kinds at once are refused, naming both")
  func pairs() throws {
    for (index, first) in Self.ways.enumerated() {
      for second in Self.ways[(index + 1)...] {
        let names = [first.name, second.name]
        // The same kind by two names is another matter.
        let isSameKind =
          names == ["AUTH0_API_TOKEN", "AUTH0_ACCESS_TOKEN"]
          || names.allSatisfy { $0.contains("PRIVATE_KEY") }
        guard !isSameKind else { continue }
        let error = try #require(
          Self.error(
            first.set.merging(second.set) { $1 },
            usesCommandLineSession: names.contains("--auth0-cli")))
        #expect(error.code == .conflictingCredentials)
        #expect(error.variables == names)
        #expect(
          error.explanation.problem
            == "\(names[0]) and \(names[1]) are both set, and each is a credential.")
      }
    }
  }

  @Test("Two keys, and three kinds, are refused as well")
  func more() throws {
    let keys = try #require(Self.error(Self.ways[3].set.merging(Self.ways[4].set) { $1 }))
    #expect(keys.code == .conflictingCredentials)
    #expect(keys.variables == [Self.ways[3].name, Self.ways[4].name])
    let three = Self.error(
      ["AUTH0_API_TOKEN": "a", "AUTH0_CLIENT_SECRET": "b", "ROLECALL_TOKEN_COMMAND": "c"])
    #expect(
      three?.explanation.problem
        == "AUTH0_API_TOKEN, AUTH0_CLIENT_SECRET and ROLECALL_TOKEN_COMMAND are all set, and each is"
        + " a credential.")
  }

  @Test(
    "What is missing is named",
    arguments: [
      (["AUTH0_CLIENT_SECRET": "CANARY"], .missingClientID, "AUTH0_CLIENT_ID"),
      (["AUTH0_CLIENT_ID": "abc"], .missingProof, "AUTH0_CLIENT_SECRET"),
      (
        ["AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": "CANARY", "AUTH0_CLIENT_ID": "abc"], .malformedKey,
        "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY"
      ),
      (
        [
          "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY":
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nCANARY\\n-----END", "AUTH0_CLIENT_ID": "abc",
        ], .malformedKey, "openssl"
      ),
      (
        [
          "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": "-----BEGIN PUBLIC KEY-----\\nCANARY\\n-----END",
          "AUTH0_CLIENT_ID": "abc",
        ], .malformedKey, "no private key"
      ),
      (
        ["AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE": "/nowhere/key.pem", "AUTH0_CLIENT_ID": "abc"],
        .unreadableKeyFile, "/nowhere/key.pem, which is not there"
      ),
      (["ROLECALL_TOKEN_COMMAND": "echo 'CANARY"], .malformedCommand, "ROLECALL_TOKEN_COMMAND"),
    ] as [([String: String], CredentialsError.Code, String)])
  func missing(environment: [String: String], code: CredentialsError.Code, said: String) {
    let error = Self.error(environment)
    #expect(error?.code == code)
    let text = "\(error?.explanation.problem ?? "") \(error?.explanation.remedy ?? "")"
    #expect(text.contains(said))
    #expect(!"\(error as Any)".contains("CANARY"))
  }

  @Test("A key without an application, and an algorithm that Auth0 does not take")
  func key() throws {
    let key = try TestKey.pem
    let alone = Self.error(["AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": key])
    #expect(alone?.code == .missingClientID)
    for name in ["HS256", "rs256", "RS512"] {
      let error = Self.error([
        "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": key, "AUTH0_CLIENT_ID": "abc",
        "AUTH0_CLIENT_ASSERTION_SIGNING_ALG": name,
      ])
      #expect(error?.code == .unknownAlgorithm)
      #expect(error?.explanation.remedy.contains("RS256, RS384, PS256") == true)
    }
  }

  @Test("An application's session has no scopes until there is a token, and gets the token's")
  func session() throws {
    let found = try CredentialSource(environment: [
      "AUTH0_DOMAIN": "acme.eu.auth0.com", "AUTH0_CLIENT_ID": "abc", "AUTH0_CLIENT_SECRET": "s",
    ]).resolve { TestJWT.now }
    #expect(found.token == nil)
    #expect(found.session.scopes == nil)
    let session = found.session(with: AccessToken(Secret(TestJWT.token())))
    #expect(session.scopes == ["read:users", "read:roles"])
    #expect(session.tenant == found.session.tenant)
  }

  @Test("No way to print a source shows a secret or a key")
  func printing() throws {
    let pem = try TestKey.pem
    let middle = String(pem.split(separator: "\n")[2])
    for way in [
      ["AUTH0_CLIENT_SECRET": "CANARY"], ["AUTH0_CLIENT_ASSERTION_PRIVATE_KEY": pem],
    ] {
      let source = CredentialSource(
        environment: way.merging(["AUTH0_DOMAIN": "a.auth0.com", "AUTH0_CLIENT_ID": "x"]) { $1 })
      let found = try source.resolve { TestJWT.now }
      for value in [source, found, found.source] as [Any] {
        var dumped = ""
        dump(value, to: &dumped)
        for text in ["\(value)", String(reflecting: value), dumped] {
          #expect(!text.contains("CANARY"))
          #expect(!text.contains(middle))
        }
      }
    }
  }
}

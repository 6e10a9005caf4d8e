import AccessModel
import FoundationEssentials
import Testing

@testable import Credentials
@testable import ManagementAPI

@Suite("The session that the auth0 CLI holds", .timeLimit(.minutes(5)))
struct CommandLineSessionTests {
  private static let acme = "acme.eu.auth0.com"

  /// The file as the CLI writes it, for one tenant.
  private static func file(
    token: String = TestJWT.token(), expires: String = "2023-11-15T10:00:00.123456789+02:00",
    standard: String = acme
  ) -> String {
    """
    {
        "install_id": "d290f1ee-6c54-4b01-90e6-d701748f0851",
        "default_tenant": "\(standard)",
        "tenants": {
            "acme.eu.auth0.com": {
                "name": "acme", "domain": "acme.eu.auth0.com", "access_token": "\(token)",
                "scopes": ["openid", "read:users"], "expires_at": "\(expires)",
                "default_app_id": "", "client_id": ""
            },
            "globex.us.auth0.com": {"expires_at": 7, "access_token": null}
        }
    }
    """
  }

  private static func resolve(
    _ folder: TestFolder, domain: String? = nil
  ) throws(CredentialsError) -> ResolvedCredentials {
    var environment = ["HOME": folder.path]
    environment["AUTH0_DOMAIN"] = domain
    return try CredentialSource(environment: environment, usesCommandLineSession: true)
      .resolve { TestJWT.now }
  }

  private static func error(
    _ folder: TestFolder, domain: String? = nil
  ) -> CredentialsError? {
    #expect(throws: CredentialsError.self) { try resolve(folder, domain: domain) }
  }

  @Test(
    "Of the default tenant, or of the one that is named",
    arguments: [nil, acme, "ACME.eu.auth0.com"])
  func file(domain: String?) async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let text = Self.file()
    try folder.writeSessions(text)
    let found = try Self.resolve(folder, domain: domain)
    #expect(found.endpoint.domain == Self.acme)
    #expect(found.source.isRenewable)
    let token = try await found.source.obtainToken(by: NoExchange())
    #expect(token.secret.exposed == TestJWT.token())
    // It is only read.
    let path = folder.path + "/.config/auth0/config.json"
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
  }

  @Test("A login meanwhile is found")
  func loginAnew() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try folder.writeSessions(Self.file())
    let source = try Self.resolve(folder).source
    try folder.writeSessions(Self.file(token: TestJWT.token(subject: "new")))
    let token = try await source.obtainToken(by: NoExchange())
    #expect(token.claims?.subject == "new")
    try folder.writeSessions(Self.file(expires: "2023-11-14T22:18:20Z"))
    await #expect(throws: CredentialsError.self) { try await source.obtainToken(by: NoExchange()) }
  }

  @Test(
    "It counts as ended five minutes early",
    arguments: [
      ("2023-11-14T22:18:20Z", true), ("2023-11-14T22:18:20.000001Z", false),
      ("2023-11-15T00:18:20.0+02:00", true), ("2023-11-14T14:18:21-08:00", false),
      ("2020-01-01T00:00:00Z", true), ("soon", false), ("0001-01-01T00:00:00Z", false),
    ])
  func expiry(text: String, hasEnded: Bool) throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try folder.writeSessions(Self.file(expires: text))
    if hasEnded {
      let error = Self.error(folder)
      #expect(error?.code == .expiredSession)
      #expect(error?.explanation.remedy == "Log in with it again: auth0 login")
    } else {
      _ = try Self.resolve(folder)
    }
  }

  @Test("What is not there is said, with what to run")
  func missing() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let none = Self.error(folder)
    #expect(none?.code == .missingSession)
    #expect(none?.explanation.problem.contains("/.config/auth0/config.json") == true)
    try folder.writeSessions("[")
    #expect(Self.error(folder)?.code == .unreadableSession)
    try folder.writeSessions("{}")
    #expect(
      Self.error(folder)?.explanation.problem == "The auth0 CLI has no default tenant.")
    try folder.writeSessions(Self.file())
    let other = Self.error(folder, domain: "other.eu.auth0.com")
    #expect(
      other?.explanation.problem
        == "The auth0 CLI holds no session for other.eu.auth0.com; it has one for"
        + " acme.eu.auth0.com, globex.us.auth0.com.")
  }

  /// A `secret-tool` of the tests' own, which answers from files `0`, `1`, ….
  private static func keyring(
    _ folder: TestFolder, _ chunks: [String], otherwise: String = "exit 1"
  ) throws -> SecretService {
    for (number, chunk) in chunks.enumerated() { try folder.write(chunk, to: "\(number)") }
    let script = """
      #!/bin/sh
      [ "$1 $2 $4 $5" = "lookup service username \(acme)" ] || exit 9
      file="\(folder.path)/${3#Auth0 CLI Access Token }"
      [ -f "$file" ] && exec cat "$file"
      \(otherwise)
      """
    return SecretService(program: try folder.write(script, to: "secret-tool", mode: 0o700))
  }

  @Test("The keyring's chunks are put together, to the first that is not there")
  func chunks() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let text = String(repeating: "a", count: 2_048)
    let mark = "go-keyring-base64:" + Data("ccc".utf8).base64EncodedString()
    let keyring = try Self.keyring(folder, [text, "bbb\n", mark])
    try folder.write("never", to: "4")
    let token = try await keyring.token(of: Self.acme)
    #expect(token?.exposed == text + "bbbccc")
    let other = try TestFolder()
    defer { other.remove() }
    let empty = try Self.keyring(other, [])
    #expect(try await empty.token(of: Self.acme) == nil)
  }

  @Test("A session whose token is in the keyring alone")
  func session() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try folder.writeSessions(Self.file(token: ""))
    var session = try CommandLineSession(home: folder.path, domain: nil) { TestJWT.now }
    session.keyring = try Self.keyring(folder, [TestJWT.token()])
    let token = try await session.obtainToken(by: NoExchange())
    #expect(token.secret.exposed == TestJWT.token())
    let other = try TestFolder()
    defer { other.remove() }
    session.keyring = try Self.keyring(other, [])
    let error = await #expect(throws: CredentialsError.self) {
      try await session.obtainToken(by: NoExchange())
    }
    #expect(error?.explanation.problem.contains("neither in its file nor in the keyring") == true)
  }

  @Test("A keyring out of reach is said to be, with what else there is")
  func outOfReach() async throws {
    let absent = await #expect(throws: CredentialsError.self) {
      try await SecretService(program: "/nowhere/secret-tool").token(of: Self.acme)
    }
    #expect(absent?.code == .unreachableKeyring)
    #expect(absent?.explanation.problem.contains("that program is not there") == true)
    #expect(absent?.explanation.remedy.contains("libsecret-tools") == true)
    let folder = try TestFolder()
    defer { folder.remove() }
    let keyring = try Self.keyring(
      folder, [], otherwise: "echo Cannot autolaunch D-Bus. >&2; exit 1")
    let locked = await #expect(throws: CredentialsError.self) {
      try await keyring.token(of: Self.acme)
    }
    #expect(locked?.explanation.problem.hasSuffix("not answer: Cannot autolaunch D-Bus.") == true)
  }
}

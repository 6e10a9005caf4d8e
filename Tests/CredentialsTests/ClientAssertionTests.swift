import Crypto
import CryptoExtras
import FoundationEssentials
import Testing

@testable import Credentials
@testable import ManagementAPI

@Suite("An application's proof that it holds its key")
struct ClientAssertionTests {
  private static func assertion(_ algorithm: SigningAlgorithm, pem: String) -> ClientAssertion {
    ClientAssertion(
      key: SigningKey(pem: pem), algorithm: algorithm, clientID: "abc",
      audience: "https://acme.eu.auth0.com/", now: { TestJWT.now }, newID: { "one" })
  }

  @Test(
    "It says who, to whom, and for two minutes; its signature is the key's",
    arguments: SigningAlgorithm.allCases)
  func signed(algorithm: SigningAlgorithm) throws {
    let text = try Self.assertion(algorithm, pem: TestKey.pem).signed().exposed
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    try #require(parts.count == 3)
    let head = try #require(Base64URL.decode(parts[0]))
    #expect(
      String(decoding: head, as: UTF8.self) == #"{"alg":"\#(algorithm.rawValue)","typ":"JWT"}"#)
    let payload = try #require(Base64URL.decode(parts[1]))
    #expect(
      String(decoding: payload, as: UTF8.self)
        == #"{"aud":"https://acme.eu.auth0.com/","exp":1700000120,"iat":1700000000,"iss":"abc","jti":"one","sub":"abc"}"#
    )
    let signature = _RSA.Signing.RSASignature(
      rawRepresentation: Data(try #require(Base64URL.decode(parts[2]))))
    let message = Data("\(parts[0]).\(parts[1])".utf8)
    let key = try TestKey.pair.get().publicKey
    let isValid =
      switch algorithm {
      case .rs256:
        key.isValidSignature(
          signature, for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
      case .rs384:
        key.isValidSignature(
          signature, for: SHA384.hash(data: message), padding: .insecurePKCS1v1_5)
      case .ps256:
        key.isValidSignature(signature, for: SHA256.hash(data: message), padding: .PSS)
      }
    #expect(isValid)
  }

  @Test("A key is read in PKCS#1 and PKCS#8, and from one line with \\n in it")
  func spellings() throws {
    let key = try TestKey.pair.get()
    for pem in [
      key.pemRepresentation, key.pkcs8PEMRepresentation,
      key.pkcs8PEMRepresentation.replacing("\n", with: "\\n"),
    ] {
      _ = try Self.assertion(.rs256, pem: pem).signed()
    }
  }

  @Test("No two are the same")
  func unique() throws {
    var assertion = Self.assertion(.rs256, pem: try TestKey.pem)
    assertion.newID =
      ClientAssertion(
        key: assertion.key, algorithm: .rs256, clientID: "abc", audience: "a", now: assertion.now
      ).newID
    #expect(try assertion.signed() != assertion.signed())
  }
}

import FoundationEssentials
import SeededRandomness
import Testing

@testable import ManagementAPI

@Suite("What a token says about itself")
struct AccessTokenTests {
  private static func claims(_ payload: String) -> AccessToken.Claims? {
    AccessToken(Secret(TestToken.text(payload: payload))).claims
  }

  @Test("All claims are read")
  func whole() {
    let claims = Self.claims(
      #"{"iss":"https://acme.eu.auth0.com/","sub":"abc@clients","aud":"https://acme.eu.auth0.com/api/v2/","iat":1700000000,"exp":1700086400,"scope":"read:users  update:users","gty":"client-credentials","azp":"abc"}"#
    )
    #expect(
      claims
        == AccessToken.Claims(
          audience: ["https://acme.eu.auth0.com/api/v2/"], scopes: ["read:users", "update:users"],
          expiresAt: Date(timeIntervalSince1970: 1_700_086_400), subject: "abc@clients",
          clientID: "abc"))
  }

  @Test(
    "Odd claims count as absent",
    arguments: [
      (#"{}"#, AccessToken.Claims(audience: [])),
      (#"{"aud":["a","b"]}"#, AccessToken.Claims(audience: ["a", "b"])),
      (#"{"aud":7,"exp":"soon","scope":7,"sub":null}"#, AccessToken.Claims(audience: [])),
      (#"{"aud":["a",7]}"#, AccessToken.Claims(audience: [])),
      (#"{"exp":1e300}"#, AccessToken.Claims(audience: [])),
      (#"{"exp":-1}"#, AccessToken.Claims(audience: [])),
      (#"{"scope":["read:users"]}"#, AccessToken.Claims(audience: [], scopes: ["read:users"])),
      (#"{"scope":""}"#, AccessToken.Claims(audience: [], scopes: [])),
      (
        #"{"exp":1700086400.5,"name":"Zoë \u2603 ÿ~?>"}"#,
        AccessToken.Claims(audience: [], expiresAt: Date(timeIntervalSince1970: 1_700_086_400.5))
      ),
    ])
  func odd(payload: String, claims: AccessToken.Claims) {
    #expect(Self.claims(payload) == claims)
  }

  @Test(
    "What is no JWT has no claims",
    arguments: [
      "", "opaque", "a.b", "a.b.c.d", "..", "a.!.c", "eyJ.eyJhdWQiOiJhIn0.c\r\nx: y",
      "e yJ.eyJhdWQiOiJhIn0.c", "a.W10.c", "a.bnVsbA.c", "a.eyJhdWQ.c", "a.eyJhdWQiOiJhIn0=.c",
      "ü.eyJhdWQiOiJhIn0.c", "a.A.c",
    ])
  func opaque(text: String) {
    #expect(AccessToken(Secret(text)).claims == nil)
  }

  @Test("Mutated tokens never trap")
  func mutations() {
    var generator = SeededGenerator(seed: 20_231_114)
    let valid = Array(TestToken.text(audience: "https://acme.eu.auth0.com/api/v2/").utf8)
    for _ in 0..<5_000 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0x20...0x7E, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator) / 4)
      _ = AccessToken(Secret(String(decoding: bytes, as: UTF8.self)))
    }
  }
}

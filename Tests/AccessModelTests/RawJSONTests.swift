import AccessModel
import Testing

@Suite("Raw JSON, shown")
struct RawJSONTests {
  private static func json(_ text: String) -> RawJSON { RawJSON(bytes: Array(text.utf8)) }

  @Test("Order, numbers and escapes stay as sent")
  func asSent() throws {
    let json = Self.json(
      #"{"b":1.50e+1,"a":"\u0041\/\n\ud83d\ude00é","empty":{ },"list":[ ],"n":[null,true,-0, {"x":false}]}"#
    )
    #expect(
      try json.lines() == [
        "{", #"  "b": 1.50e+1,"#, #"  "a": "\u0041\/\n\ud83d\ude00é","#, #"  "empty": {},"#,
        #"  "list": [],"#, #"  "n": ["#, "    null,", "    true,", "    -0,", "    {",
        #"      "x": false"#, "    }", "  ]", "}",
      ])
    #expect(try json.lines(indent: 0).allSatisfy { !$0.hasPrefix(" ") })
    #expect(try json.lines(indent: -1) == json.lines(indent: 0))
    #expect(try json.redactedText == json.lines().joined(separator: "\n"))
  }

  @Test(
    "A document may be any value", arguments: ["7", "\"x\"", "null", "[]", "{}", " true\r\n\t "])
  func scalars(text: String) throws {
    let lines = try Self.json(text).lines()
    #expect(lines == [text.split { $0.isWhitespace }.joined()])
  }

  @Test(
    "What stands under a secret key is hidden, however the key is written",
    arguments: [
      "access_token", "refresh_token", "signing_secret", "client_secret", "secret", "id_token",
      "access_token_secret", "accessToken", "Access-Token", "ACCESS_TOKEN", "x_api_key", "password",
      "private_key", #"access\u005ftoken"#, #"\u0061ccess_token"#, #"access_\u0074oken"#,
      #"ACCESS\u005FTOKEN"#, #"refresh_\u0054oken"#, "access_\u{200B}token", "access_token\u{301}",
      #"access\/token"#, "tokens", "client_secrets",
    ])
  func hidden(key: String) throws {
    for value in ["\"CANARY\"", #"{"a":["CANARY",{"b":"CANARY"}]}"#, "[\"CANARY\"]", "1234567"] {
      let lines = try Self.json(#"{"a":1,"\#(key)":\#(value),"z":[{"\#(key)":\#(value)}]}"#).lines()
      #expect(
        lines == [
          "{", #"  "a": 1,"#, "  \"\(key)\": \"(hidden)\",", #"  "z": ["#, "    {",
          "      \"\(key)\": \"(hidden)\"", "    }", "  ]", "}",
        ])
    }
  }

  @Test(
    "Other keys are shown",
    arguments: [
      "token_lifetime", "token_dialect", "secretary", "user_id", "last_password_reset", "name", "",
      "\u{301}", #"\ud800"#,
    ])
  func shown(key: String) throws {
    #expect(
      try Self.json(#"{"\#(key)":"v"}"#).lines() == ["{", "  \"\(key)\": \"v\"", "}"])
  }

  @Test("Each of several keys of one name is hidden, and a value that looks like a key is not one")
  func duplicates() throws {
    let lines = try Self.json(
      #"{"access_token":"CANARY","access_token":{"x":"CANARY"},"a":["access_token","shown"]}"#
    ).lines()
    #expect(
      lines == [
        "{", #"  "access_token": "(hidden)","#, #"  "access_token": "(hidden)","#, #"  "a": ["#,
        #"    "access_token","#, #"    "shown""#, "  ]", "}",
      ])
  }

  @Test(
    "What is no JSON says where, and shows nothing",
    arguments: [
      ("", .init(.truncated, offset: 0)), ("  ", .init(.truncated, offset: 2)),
      ("{", .init(.truncated, offset: 1)), (#"{"CANARY"#, .init(.truncated, offset: 8)),
      (#"{"a""#, .init(.truncated, offset: 4)), (#"{"a":"#, .init(.truncated, offset: 5)),
      (#"{"a":1"#, .init(.truncated, offset: 6)), (#""\u12"#, .init(.truncated, offset: 5)),
      ("tru", .init(.truncated, offset: 3)), ("-", .init(.truncated, offset: 1)),
      ("1.", .init(.truncated, offset: 2)), ("1e+", .init(.truncated, offset: 3)),
      ("{}x", .init(.unexpectedByte, offset: 2)), ("[1,]", .init(.unexpectedByte, offset: 3)),
      (#"{"a":1,}"#, .init(.unexpectedByte, offset: 7)), ("01", .init(.unexpectedByte, offset: 1)),
      ("[1 2]", .init(.unexpectedByte, offset: 3)), ("{1:2}", .init(.unexpectedByte, offset: 1)),
      (#"{"a" 1}"#, .init(.unexpectedByte, offset: 5)), ("'a'", .init(.unexpectedByte, offset: 0)),
      (#""\x""#, .init(.unexpectedByte, offset: 2)),
      (#""\u12G4""#, .init(.unexpectedByte, offset: 5)),
      ("\"a\nb\"", .init(.unexpectedByte, offset: 2)), ("nulL", .init(.unexpectedByte, offset: 3)),
      ("<html>CANARY", .init(.unexpectedByte, offset: 0)),
      ("[1}", .init(.unexpectedByte, offset: 2)),
      ("\u{FEFF}{}", .init(.unexpectedByte, offset: 0)), ("NaN", .init(.unexpectedByte, offset: 0)),
    ] as [(String, RawJSON.Malformed)])
  func malformed(text: String, expected: RawJSON.Malformed) {
    let json = Self.json(text)
    #expect(throws: expected) { try json.lines() }
    #expect(json.redactedText == "(\(expected.description))")
    #expect(!json.redactedText.contains("CANARY"))
  }

  @Test("Depth is bounded, and what is just within the bound is shown")
  func depth() throws {
    let limit = RawJSON.Malformed.depthLimit
    func nested(_ count: Int, _ open: String, _ close: String) -> RawJSON {
      Self.json(
        String(repeating: open, count: count) + "1" + String(repeating: close, count: count))
    }
    #expect(try nested(limit, "[", "]").lines().count == 2 * limit + 1)
    #expect(throws: RawJSON.Malformed(.tooDeep, offset: limit)) {
      try nested(limit + 1, "[", "]").lines()
    }
    #expect(throws: RawJSON.Malformed.self) { try nested(200_000, "[", "]").lines() }
    #expect(throws: RawJSON.Malformed.self) { try nested(200_000, #"{"token":"#, "}").lines() }
  }

  @Test("Ill-formed UTF-8 is repaired and hides nothing but itself")
  func illFormed() throws {
    let bytes = Array(#"{"a":""#.utf8) + [0xFF, 0xC3] + Array(#"","token":"CANARY"}"#.utf8)
    #expect(
      try RawJSON(bytes: bytes).lines() == [
        "{", "  \"a\": \"\u{FFFD}\u{FFFD}\",", #"  "token": "(hidden)""#, "}",
      ])
  }

  @Test("No way to print it shows the bytes")
  func printing() {
    let json = Self.json(#"{"access_token":"CANARY","name":"Ana"}"#)
    let document = UserDocument(user: User(id: UserID("a|1")), json: json)
    var dumped = ""
    dump(json, to: &dumped)
    dump(document, to: &dumped)
    let texts = [
      "\(json)", String(describing: json), String(reflecting: json), "\(document)",
      String(reflecting: document), dumped, json.redactedText,
    ]
    for text in texts {
      #expect(!text.contains("CANARY"))
      #expect(!text.contains("67, 65, 78"))
      #expect(!text.contains("- 67"))
    }
    #expect(json.description == "RawJSON(38 bytes)")
  }
}

import AccessModel
import RolecallApp
import Testing

@Suite("What a text in the search field asks for")
struct UserSearchTests {
  private static func inside(_ pattern: String) -> String {
    "(name:\(pattern) OR email:\(pattern) OR nickname:\(pattern))"
  }

  @Test(
    "A text becomes Lucene syntax",
    arguments: [
      ("", nil),
      ("   ", nil),
      ("a", inside("a*")),
      ("an", inside("an*")),
      ("ana", inside("*ana*")),
      ("  ana  ", inside("*ana*")),
      ("ana li", inside("*ana*") + " AND " + inside("li*")),
      (
        "Ana Lima Okafor",
        [inside("*Ana*"), inside("*Lima*"), inside("*Okafor*")]
          .joined(separator: " AND ")
      ),
      ("安", inside("安*")),
      ("安娜王", inside("*安娜王*")),
      ("Zoë", inside("*Zoë*")),
      ("a+b-c", inside(#"*a\+b\-c*"#)),
      (#"a\b/"#, inside(#"*a\\b\/*"#)),
      ("(ana)", inside(#"*\(ana\)*"#)),
      ("*", inside(#"\**"#)),
      ("wh?t*", inside(#"*wh\?t\**"#)),
      ("\"ana lima\"", inside(#"*\"ana*"#) + " AND " + inside(#"*lima\"*"#)),
      (
        "x [1 TO 2] && y",
        [
          inside("x*"), inside(#"\[1*"#), inside("TO*"), inside(#"2\]*"#), inside(#"\&\&*"#),
          inside("y*"),
        ].joined(separator: " AND ")
      ),
      ("name:", inside(#"*name\:*"#)),
      (":ana", inside(#"*\:ana*"#)),
      ("email:*@acme.example", "email:*@acme.example"),
      ("app_metadata.plan:gold AND blocked:true", "app_metadata.plan:gold AND blocked:true"),
      ("(name:ana OR name:bo)", "(name:ana OR name:bo)"),
      ("_exists_:email", "_exists_:email"),
      ("näme:ana", inside(#"*näme\:ana*"#)),
      ("\"\u{301}x\u{300}(", inside("*\\\"\u{301}x\u{300}\\(*")),
    ] as [(String, String?)])
  func lucene(_ text: String, _ expected: String?) {
    #expect(UserSearch(text).lucene == expected)
  }

  @Test(
    "A text that may name one user is asked for by itself as well",
    arguments: [
      ("", nil),
      ("ana", nil),
      ("ana@acme.example", .email("ana@acme.example")),
      (" ana@acme.example ", .email("ana@acme.example")),
      ("ana@", nil),
      ("@acme.example", nil),
      ("a@b@c", nil),
      ("ana @acme.example", nil),
      ("auth0|63d17c50e99d3933163bdda9", .id(UserID("auth0|63d17c50e99d3933163bdda9"))),
      ("waad|x/y z@ü", .id(UserID("waad|x/y z@ü"))),
      ("samlp|corp|ana@acme.example", .id(UserID("samlp|corp|ana@acme.example"))),
      ("|x", nil),
      ("auth0|", nil),
      ("email:ana@acme.example", nil),
    ] as [(String, UserSearch.Exact?)])
  func exact(_ text: String, _ expected: UserSearch.Exact?) {
    #expect(UserSearch(text).exact == expected)
  }
}

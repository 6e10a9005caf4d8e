extension Person {
  /// People whose names and ids try the programs that show them.
  ///
  /// The first of them stand near the top of the tenant's list of users.
  static let awkward: [Person] = nearTheTop + names + invisible + accounts

  /// How many of ``awkward`` stand near the top.
  static var nearTheTopCount: Int { nearTheTop.count }

  private static func person(_ number: Int, _ name: String?, _ slug: String) -> Person {
    Person(
      account: .database(id: "63d17c50e99d3933163c00" + (number < 10 ? "0" : "") + "\(number)"),
      name: name, email: "\(slug)@acme.example")
  }

  private static let nearTheTop = [
    anaAtGoogle,
    anaLookAlike,
    person(1, "王安娜", "wang.anna"),
    person(2, "آنا حسيني", "ana.husseini"),
    person(3, "נועה לוי", "noa.levi.1"),
    person(
      4, "Z\u{301}\u{302}\u{303}\u{308}a\u{330}\u{331}\u{323}l\u{334}g\u{335}o\u{489}", "zalgo"),
    person(5, "Sam 👨‍👩‍👧‍👦 🇧🇷 👍🏽", "sam.emoji"),
    person(6, "Eve\u{1B}[2J\u{1B}]0;owned\u{07}", "eve.escape"),
    person(7, "Mallory \u{202E}nimda\u{202C}", "mallory.bidi"),
    person(8, "Ana\u{200B} Lima", "ana.zero"),
    person(
      9, String(repeating: "Wolfeschlegelsteinhausen Berger", count: 10).prefixed(300), "hubert"),
    person(10, "", "empty.name"),
    person(11, nil, "no.name"),
  ]

  private static let names = [
    person(20, "Line\nBreak", "line.break"),
    person(21, "Tab\tStop", "tab.stop"),
    person(22, "Nul\u{0}Byte", "nul.byte"),
    person(23, "\u{9B}31mRed\u{9B}2J", "c1.control"),
    person(24, "Return\r\u{8}\u{8}Back\u{7F}", "return.back"),
    person(25, "\u{301}\u{308}Marks First", "marks.first"),
    person(26, "   ", "only.spaces"),
    person(27, "=HYPERLINK(\"http://evil.example\";\"Open\")", "formula"),
    person(28, "--yes", "dashes"),
    person(29, "O\"Brien \\ <b>Bold</b> $(id) `id`", "quotes"),
    person(30, "Ａｎａ　Ｌｉｍａ", "full.width"),
    person(31, "Anna Weber", "anna.weber.1"),
    person(32, "Ann\u{430} Weber", "anna.weber.2"),
  ]

  private static let invisible = [
    person(40, "Line\u{2028}Separator\u{2029}", "separators"),
    person(41, "\u{FEFF}Byte Order", "byte.order"),
    person(42, "\u{2066}Iso\u{2069}lated", "isolated"),
    person(43, "So\u{AD}ft Hy\u{AD}phen", "soft.hyphen"),
    person(44, "Tag\u{E0061}\u{E0062}\u{E007F}ged", "tagged"),
    person(45, "Zero\u{200D}\u{200C}\u{2060}Width", "zero.width"),
    person(46, "❤️ ❤ ☺︎ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "selectors"),
  ]

  private static let accounts = [
    Person(
      account: .azure(id: "ops/team a+b@acme.example é"), name: "Jo Müller", givenName: "Jo",
      familyName: "Müller", email: "jo.mueller@acme.example"),
    Person(
      account: .azure(id: "q?x=1&y=%7C#2/..%2F"), name: "Percy Sent", givenName: "Percy",
      familyName: "Sent", email: "percy.sent@acme.example"),
    Person(
      account: .saml(id: "佐藤.健二@acme.example"), name: "佐藤 健二", givenName: "健二",
      familyName: "佐藤", email: "kenji.sato@acme.example"),
    Person(
      account: .phone(id: "63d17c50e99d3933163c0060"), name: "+15550100060",
      phoneNumber: "+15550100060"),
    Person(
      account: .database(id: "63d17c50e99d3933163c0061"), name: "Sam Reed", givenName: "Sam",
      familyName: "Reed", email: "sam@acme.example"),
    Person(
      account: .google(id: "110472136618903417001", accessToken: "ya29.local-tenant-sam"),
      name: "Sam Reed", givenName: "Sam", familyName: "Reed", email: "sam@acme.example"),
    Person(
      account: .email(id: "63d17c50e99d3933163c0062"), name: "sam@acme.example",
      email: "sam@acme.example"),
    Person(
      account: .database(id: "63d17c50e99d3933163c0063"), name: "Blocked Bob", givenName: "Bob",
      familyName: "Blocked", email: "bob@contractor.example", isBlocked: true),
    Person(
      account: .database(id: "63d17c50e99d3933163c0064"), name: "Long Address",
      email: String(repeating: "a.very.long.local.part.", count: 3).prefixed(61)
        + "@" + String(repeating: "subdomain.", count: 18) + "acme.example"),
  ]
}

extension String {
  fileprivate func prefixed(_ count: Int) -> String { String(prefix(count)) }
}

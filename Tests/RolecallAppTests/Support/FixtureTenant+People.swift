import AccessModel
import FoundationEssentials

extension Role {
  static let billingAdmin = Role(
    id: RoleID("rol_NHBmr6NkzbRcHob1"), name: "Billing Admin",
    description: "Refunds, invoices, plan changes")
  static let support = Role(
    id: RoleID("rol_kT2vPq8sLw4YxD0c"), name: "Support", description: "Reads tickets and users")
  static let auditor = Role(
    id: RoleID("rol_Zb7RmN1eVu5GhJ3a"), name: "Auditor", description: "Reads the log")
  static let employee = Role(
    id: RoleID("rol_p0OiU8yT6rE4wQ2s"), name: "Employee", description: "Everyone at acme")
  /// Its name ends otherwise than it looks, on a terminal that believes it.
  static let disguised = Role(
    id: RoleID("rol_d1sGu1s3dR0l3x0x"), name: "Guest\u{202E}nimda", description: "\u{1B}[2J")
  static let long = Role(
    id: RoleID("rol_l0ngN4m3dR0l3abc"),
    name: "Regional Supervisor of Accounts Receivable", description: "")
}

extension Permission {
  static let refundInvoices = Permission(
    name: "refund:invoices", description: "Pay back", apiName: "Billing API",
    apiIdentifier: "https://billing.acme.example")
  static let deleteInvoices = Permission(
    name: "delete:invoices", apiName: "Billing API", apiIdentifier: "https://billing.acme.example")
  static let readInvoices = Permission(
    name: "read:invoices", apiName: "Billing API", apiIdentifier: "https://billing.acme.example")
  static let readExports = Permission(
    name: "read:exports", apiName: "Reports API", apiIdentifier: "https://reports.acme.example")
  static let readUsers = Permission(
    name: "read:users", apiName: "People API", apiIdentifier: "https://people.acme.example")
  static let readLogs = Permission(
    name: "read:logs", apiName: "People API", apiIdentifier: "https://people.acme.example")
}

extension ResourceServer {
  static let billing = ResourceServer(
    name: "Billing API", identifier: "https://billing.acme.example", enforcesPolicies: true)
  static let reports = ResourceServer(
    name: "Reports API", identifier: "https://reports.acme.example", enforcesPolicies: false)
  static let people = ResourceServer(
    name: "People API", identifier: "https://people.acme.example", enforcesPolicies: true,
    tokenLifetime: 7_200)
}

extension FixtureTenant {
  /// Whom most tests are about.
  static let ana = person(
    "auth0|63d17c50e99d3933163bdda9", "Ana Lima", "ana@acme.example", logins: 48, hours: 2)
  /// The other account with Ana's email.
  static let anaAtGoogle = person(
    "google-oauth2|104720458215930018813", "Ana Lima", "ana@acme.example", logins: 3, hours: 400)
  /// The longest name that somebody typed.
  static let long = person(
    "auth0|300", String(repeating: "Wolfeschlegelsteinhausen", count: 13).prefix(300).description,
    "a.very.long.address.that.somebody.has@subdomain.of.a.long.domain.example", logins: 1, hours: 5)

  /// People with the names that people have, and with those that strangers give themselves.
  static let everybody: [User] = [
    ana,
    anaAtGoogle,
    person("auth0|1003", "安娜 王", "wang@acme.example", logins: 311, hours: 30),
    person("auth0|1004", "آنا حسيني", "ana.h@acme.example", logins: 17, hours: 500),
    person("auth0|1005", "דנה לוי", "dana@acme.example", logins: 1_204, hours: 1),
    person("sms|1006", "Anai\u{308}s Dupont", nil, logins: nil, hours: nil),
    person("auth0|1007", "Zoë 👩‍👩‍👧 Ng 🇧🇷", "zoe@acme.example", logins: 5, hours: 90),
    person(
      "auth0|1008", "\u{1B}[31mred\u{7}\r\nEve", "e\u{200B}ve@acme.example", logins: 2, hours: 3),
    person("auth0|1009", "Ana\u{202E}amiL", "bidi@acme.example", logins: 2, hours: 3),
    long,
    person("auth0|1011", "", "nameless@acme.example", logins: 9, hours: 24 * 20),
    person("auth0|1012", "Аna Lima", "ana@аcme.example", logins: 1, hours: 24 * 400),
    person("auth0|1013", "An\u{200B}a Lima", "ana2@acme.example", logins: 1, hours: 24 * 100),
    person(
      "waad|x/y z@ü", "Bo Hansen", "bo@contractor.example", logins: 2, hours: 24 * 300,
      isBlocked: true),
    User(id: UserID("auth0|1015")),
  ]

  /// A user; the hours are those since the latest login.
  static func person(
    _ id: String, _ name: String, _ email: String?, logins: Int?, hours: Double?,
    isBlocked: Bool = false
  ) -> User {
    let provider = id.split(separator: "|").first.map(String.init) ?? ""
    var user = User(id: UserID(id), name: name, email: email)
    user.isEmailVerified = email == nil ? nil : !isBlocked
    user.loginsCount = logins
    user.lastLogin = hours.map { now.addingTimeInterval(-3_600 * $0) }
    user.createdAt = now.addingTimeInterval(-86_400 * 1_000)
    user.isBlocked = isBlocked
    let connection = provider == "auth0" ? "Username-Password-Authentication" : provider
    user.identities = [
      Identity(
        connection: connection, provider: provider,
        userID: String(id.drop { $0 != "|" }.dropFirst()))
    ]
    return user
  }

  /// A user's bytes: some of them are nobody's business.
  static func json(of user: User) -> RawJSON {
    let text = """
      {"user_id":"\(user.id.rawValue)","name":"Ana Lima","logins_count":48,"identities":[{\
      "connection":"google-oauth2","access_token":"ya29.SECRET","refresh_token":"1//SECRET"}],\
      "app_metadata":{"plan":"gold","signing_secret":["SECRET"],"note":"\\u202e x"}}
      """
    return RawJSON(bytes: Array(text.utf8))
  }
}

extension Person {
  /// Ana Lima, who holds Billing Admin, Support and Auditor.
  static let ana = Person(
    account: .database(id: "63d17c50e99d3933163bdda9"), name: "Ana Lima", givenName: "Ana",
    familyName: "Lima", email: "ana@acme.example", isBlocked: false)

  /// Ana's other account: the same email, and Billing Admin as well.
  static let anaAtGoogle = Person(
    account: .google(
      id: "104721366189034178813", accessToken: "ya29.local-tenant-ana-provider-token"),
    name: "Ana Lima", givenName: "Ana", familyName: "Lima", email: "ana@acme.example")

  /// Somebody else, whose name begins with a Cyrillic letter that looks like Ana's.
  static let anaLookAlike = Person(
    account: .database(id: "63d17c50e99d3933163bddaa"), name: "\u{410}na Lima",
    givenName: "\u{410}na", familyName: "Lima", email: "ana.lima@contractor.example",
    isEmailVerified: false)
}

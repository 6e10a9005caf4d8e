extension TenantSeeder {
  private static let day: Int64 = 86_400
  private static let departments = [
    "Finance", "Support", "Engineering", "Sales", "Legal", "Logistics", "People",
  ]
  private static let languages = ["en", "pt-BR", "de", "fr", "es", "ja", "ko", "zh", "ar", "he"]

  /// The people of a cast as users, each created after the one before.
  func users(_ cast: Cast, _ random: SplitMix64) -> [User] {
    var random = random
    let first = now.advanced(bySeconds: -4 * 365 * Self.day)
    let step = 4 * 365 * Self.day * 1000 / Int64(cast.people.count + 1)
    return cast.people.enumerated().map { index, person in
      let offset = step * Int64(index) + Int64(random.below(Int(step)))
      let created = Timestamp(milliseconds: first.milliseconds + offset)
      return user(person, created, &random)
    }
  }

  private func user(
    _ person: Person, _ created: Timestamp, _ random: inout SplitMix64
  ) -> User {
    var user = User(
      id: person.userID, email: person.email, isEmailVerified: person.isEmailVerified,
      name: person.name, givenName: person.givenName, familyName: person.familyName,
      nickname: person.nickname, phoneNumber: person.phoneNumber, isBlocked: person.isBlocked,
      identities: [person.account.identity], createdAt: created, updatedAt: created)
    if random.happens(0.85) { logIn(&user, &random) }
    if user.isBlocked == nil, random.happens(0.02) { user.isBlocked = random.happens(0.7) }
    if random.happens(0.4) { user.appMetadata = appMetadata(&random) }
    if random.happens(0.3) {
      user.userMetadata = [
        "language": .string(random.pick(Self.languages)),
        "theme": random.happens(0.5) ? "dark" : "light",
      ]
    }
    if user.id == Person.ana.userID { describeAna(&user) }
    return user
  }

  /// Gives a user logins, the latest of them within two years and more likely of late.
  private func logIn(_ user: inout User, _ random: inout SplitMix64) {
    let age = pow3(random.fraction()) * Double(730 * Self.day)
    let latest = now.advanced(bySeconds: -1 - Int64(age))
    let last = max(latest, user.createdAt)
    user.lastLogin = last
    user.loginsCount = 1 + Int(pow3(random.fraction()) * 400)
    user.lastIP = "203.0.113.\(random.below(256))"
    user.updatedAt = last
  }

  private func pow3(_ value: Double) -> Double { value * value * value }

  private func appMetadata(_ random: inout SplitMix64) -> JSON {
    var members = [
      JSON.Member("department", .string(random.pick(Self.departments))),
      JSON.Member("employee_id", .integer(1000 + random.below(90_000))),
    ]
    // As the Authorization Extension leaves it behind.
    if random.happens(0.05) {
      members.append(
        JSON.Member("authorization", ["groups": ["all-staff"], "roles": ["Reader"]]))
    }
    return .object(members)
  }

  private func describeAna(_ user: inout User) {
    let last = now.advanced(bySeconds: -2 * 3600)
    user.lastLogin = last
    user.updatedAt = last
    user.loginsCount = 48
    user.lastIP = "203.0.113.7"
    user.appMetadata = ["department": "Finance", "employee_id": 1048]
    user.userMetadata = ["language": "pt-BR", "theme": "dark"]
  }
}

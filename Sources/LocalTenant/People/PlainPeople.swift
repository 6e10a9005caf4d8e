/// Makes up people with plain names, no two with the same email.
struct PlainPeople: Sendable {
  private static let domains = [
    "acme.example", "acme.example", "acme.example", "contractor.example", "partner.example",
    "mail.example",
  ]

  private var random: SplitMix64
  private var taken: Set<String>
  private var serial = 0
  /// Every pool as often as its share has it.
  private let pools: [NamePool]

  init(_ random: SplitMix64, taken: [String]) {
    self.random = random
    self.taken = Set(taken)
    pools = NamePool.all.flatMap { Array(repeating: $0, count: $0.share) }
  }

  /// One more person.
  mutating func next() -> Person {
    // The first stands for those with nothing awkward about them: a Latin name and a password.
    let isFirst = serial == 0
    serial += 1
    let pool = isFirst ? .plainLatin : random.pick(pools)
    let given = random.pick(pool.given)
    let family = random.pick(pool.family)
    let slug = "\(given.slug).\(family.slug)"
    let kind = random.below(100)
    var person = Person(
      account: .phone(id: ""), name: pool.fullName(given, family), givenName: given.text,
      familyName: family.text)
    if kind >= 95, !isFirst {
      person.account = .phone(id: random.hexadecimal(24))
      person.phoneNumber = "+1555\(random.digits(7))"
      return person
    }
    let address = email(slug)
    person.email = address
    person.isEmailVerified = random.happens(0.9)
    person.account = account(kind: isFirst ? 0 : kind, address)
    return person
  }

  private mutating func account(kind: Int, _ address: String) -> Account {
    switch kind {
    case ..<62: .database(id: random.hexadecimal(24))
    case ..<78: .google(id: "1" + random.digits(20), accessToken: "ya29." + random.hexadecimal(40))
    case ..<85: .saml(id: address)
    case ..<91: .azure(id: azureID())
    default: .email(id: random.hexadecimal(24))
    }
  }

  /// Like base64, which is why it holds slashes and plus signs.
  private mutating func azureID() -> String {
    random.text(
      27, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  }

  private mutating func email(_ slug: String) -> String {
    let domain = random.pick(Self.domains)
    var address = "\(slug)@\(domain)"
    while !taken.insert(address).inserted {
      address = "\(slug)\(2 + random.below(9_998))@\(domain)"
    }
    return address
  }
}

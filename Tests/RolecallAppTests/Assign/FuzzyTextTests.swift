import RolecallApp
import SeededRandomness
import Testing

@Suite("A few letters find a text")
struct FuzzyTextTests {
  private func best(_ query: String, _ texts: String...) -> String? {
    texts.compactMap { text in
      FuzzyText(text).score(FuzzyQuery(query)).map { (text, $0) }
    }.max { $0.1 < $1.1 }?.0
  }

  @Test(
    "Letters in their order fit, others do not",
    arguments: [
      ("", "Billing Admin", true), ("   ", "Billing Admin", true), ("ba", "Billing Admin", true),
      ("BILL", "billing", true), ("adm bill", "Billing Admin", true),
      ("bxa", "Billing Admin", false),
      ("ab", "Billing", false), ("billing adminn", "Billing Admin", false), ("a", "", false),
      ("é", "RÉGIE", true), ("管", "管理者 👑", true), ("👑", "管理者 👑", true), ("ß", "STRASSE", false),
      ("‮", "Guest\u{202E}nimda", true),
    ])
  func fits(_ query: String, _ text: String, _ fits: Bool) {
    #expect((FuzzyText(text).score(FuzzyQuery(query)) != nil) == fits)
  }

  @Test("What begins words, what stands together and what begins the text comes first")
  func order() {
    #expect(best("ba", "Rebadge", "Billing Admin", "Urban") == "Billing Admin")
    #expect(best("admin", "A dim inn", "Billing Admin", "Badminton") == "Billing Admin")
    #expect(best("admin", "Billing Admin", "Admin") == "Admin")
    #expect(best("sm", "Awesome", "Sales Manager", "Plasma") == "Sales Manager")
    #expect(best("rb", "readBilling", "Turbo") == "readBilling")
  }

  @Test(
    "Whatever is typed, a score is never there without the letters, and never missing with them")
  func subsequence() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
          "abC ".randomElement(using: &random) ?? "a"
        })
      let query = String(
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          "abc".randomElement(using: &random) ?? "a"
        })
      var rest = text.lowercased()[...]
      let isThere = query.allSatisfy { letter in
        guard let place = rest.firstIndex(of: letter) else { return false }
        rest = rest[rest.index(after: place)...]
        return true
      }
      #expect((FuzzyText(text).score(FuzzyQuery(query)) != nil) == isThere, "\(query) in \(text)")
    }
  }
}

/// Everybody who is to become a user, in the order in which the API lists them.
///
/// Ana comes first. Awkward people stand between plain ones near the top, and the rest of them
/// all over the list.
struct Cast: Sendable {
  private(set) var people: [Person] = []
  /// The places in ``people`` of those with a plain name.
  private(set) var plain: [Int] = []

  init(count: Int, _ random: SplitMix64) {
    // A tenant too small for all of the awkward people keeps a third of its places for plain ones.
    let most = count >= 50 ? Person.awkward.count : (count - 1) * 2 / 3
    let awkward = Person.awkward.prefix(most)
    var source = PlainPeople(random, taken: awkward.compactMap(\.email) + ["ana@acme.example"])
    people.reserveCapacity(count)
    people.append(.ana)
    var waiting = awkward
    while people.count < count {
      let left = count - people.count
      let isNearTop = waiting.count > awkward.count - Person.nearTheTopCount
      let isTurn =
        isNearTop
        ? people.count.isMultiple(of: 2)
        : people.count.isMultiple(of: max(2, count / (Person.awkward.count + 1)))
      if let person = waiting.first, isTurn || left <= waiting.count {
        people.append(person)
        waiting.removeFirst()
      } else {
        plain.append(people.count)
        people.append(source.next())
      }
    }
  }
}

/// What was read after a run differs from what it did: differences are told as differences.
package struct VerificationDifferences: Hashable, Sendable {
  /// A change that does not hold.
  package struct Difference: Hashable, Sendable {
    /// The place in the plan.
    package var place: Int
    /// Its change.
    package var change: Change
  }

  /// How many changes were compared: those that the run made or found so.
  package let compared: Int
  /// Those that do not hold now.
  package private(set) var differences: [Difference] = []
  /// How many could not be read.
  package private(set) var unread = 0

  /// Compares what a run did with what is so now.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - places: The changes that the run made or found so.
  ///   - isSo: Whether a change is so now; `nil` where it could not be read.
  package init(_ plan: Plan, places: some Collection<Int>, isSo: (Change) -> Bool?) {
    compared = places.count
    for place in places {
      switch isSo(plan.changes[place]) {
      case true: continue
      case false: differences.append(Difference(place: place, change: plan.changes[place]))
      case nil: unread += 1
      }
    }
  }

  /// What differs, a sentence for each sort of change, such as "2 of 500 hold the role again".
  package var sentences: [String] {
    var counts: [Change.Kind: Int] = [:]
    for difference in differences { counts[difference.change.kind, default: 0] += 1 }
    var sentences = Change.Kind.allCases.compactMap { kind in
      counts[kind].map { "\($0) of \(compared) \(Self.words(kind, isOne: $0 == 1))." }
    }
    if unread > 0 { sentences.append("\(unread) of \(compared) could not be read again.") }
    return sentences
  }

  private static func words(_ kind: Change.Kind, isOne: Bool) -> String {
    let (hold, have) = isOne ? ("holds", "has") : ("hold", "have")
    let (give, donot) = isOne ? ("gives", "does not") : ("give", "do not")
    return switch kind {
    case .removeRole: "\(hold) the role again"
    case .assignRole: "\(donot) hold the role any more"
    case .removeOrganizationRole: "\(hold) the role in the organization again"
    case .assignOrganizationRole: "\(donot) hold the role in the organization any more"
    case .revokePermission: "\(have) the permission granted again"
    case .grantPermission: "\(donot) have the permission any more"
    case .removePermission: "\(give) the permission again"
    case .addPermission: "\(donot) give the permission any more"
    case .deleteRole: "\(isOne ? "exists" : "exist") still"
    case .setRBAC: "\(isOne ? "is" : "are") set otherwise"
    case .revokeAccess: "\(isOne ? "is" : "are") signed in again"
    }
  }
}

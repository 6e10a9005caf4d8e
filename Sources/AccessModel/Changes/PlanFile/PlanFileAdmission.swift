/// Whether a plan file may be applied here and now.
package enum PlanFileAdmission: Hashable, Sendable {
  /// It may be applied once it was confirmed.
  case apply
  /// It is older than a day: what it costs may have changed, and is read and shown again first.
  case preview
  /// It may not be applied, for these reasons.
  case refuse([Refusal])

  /// Why a plan file is not applied.
  package enum Refusal: Hashable, Sendable {
    /// The token is for another tenant.
    case otherTenant(planned: String, ours: String)
    /// The file is not the one whose SHA-256 was given.
    case otherHash(expected: String, found: String)
    /// It is older than a week.
    case tooOld(days: Int)
    /// It was planned at a time that is yet to come: one of two clocks is wrong.
    case plannedInFuture(Timestamp)
    /// It lets somebody do more, and that was not allowed.
    case grantsNotAllowed(Int)
    /// It was applied before, by this run.
    case alreadyApplied(run: String, isOpen: Bool)
  }

  /// What a file is held against.
  package struct Circumstances: Hashable, Sendable {
    /// The tenant that the token is for.
    package var tenant: Tenant
    /// The time here.
    package var now: Timestamp
    /// The file's SHA-256 in lower-case hexadecimal.
    package var hash: String
    /// The SHA-256 that it must have; `nil` where none was given.
    package var expectedHash: String?
    /// Whether changes that let somebody do more are allowed.
    package var allowsGrants: Bool
    /// The run that applied a file of this hash before; `nil` where none did.
    package var earlierRun: RunRecord?

    /// Circumstances.
    package init(
      tenant: Tenant, now: Timestamp, hash: String, expectedHash: String? = nil,
      allowsGrants: Bool = false, earlierRun: RunRecord? = nil
    ) {
      self.tenant = tenant
      self.now = now
      self.hash = hash
      self.expectedHash = expectedHash
      self.allowsGrants = allowsGrants
      self.earlierRun = earlierRun
    }
  }

  /// Milliseconds of a day; clocks may differ by the smaller number.
  private static let day: Int64 = 86_400_000
  private static let clockDifference: Int64 = 10 * 60 * 1_000

  /// Decides about a file; all that speaks against it is said at once.
  package init(_ header: PlanFile.Header, _ circumstances: Circumstances) {
    var refusals: [Refusal] = []
    let ours = circumstances.tenant.domain
    if header.tenant.lowercased() != ours.lowercased() {
      refusals.append(.otherTenant(planned: header.tenant, ours: ours))
    }
    if let expected = circumstances.expectedHash, expected.lowercased() != circumstances.hash {
      refusals.append(.otherHash(expected: expected, found: circumstances.hash))
    }
    let age = circumstances.now.milliseconds - header.plannedAt.milliseconds
    if age > 7 * Self.day {
      refusals.append(.tooOld(days: Int(age / Self.day)))
    } else if age < -Self.clockDifference {
      refusals.append(.plannedInFuture(header.plannedAt))
    }
    if header.grants > 0, !circumstances.allowsGrants {
      refusals.append(.grantsNotAllowed(header.grants))
    }
    if let run = circumstances.earlierRun {
      refusals.append(.alreadyApplied(run: run.id, isOpen: run.isOpen))
    }
    self = refusals.isEmpty ? (age > Self.day ? .preview : .apply) : .refuse(refusals)
  }
}

extension PlanFileAdmission.Refusal {
  /// Why, and what to do.
  package var explanation: Explanation {
    switch self {
    case .otherTenant(let planned, let ours):
      Explanation(
        "The plan is for \(planned), and the token is for \(ours).",
        "Use a token of \(planned), or plan again for \(ours).")
    case .otherHash(let expected, let found):
      Explanation(
        "The plan's SHA-256 is \(found), and \(expected) was expected.",
        "This is not the file that was agreed upon: get it again from who planned it.")
    case .tooOld(let days):
      Explanation("The plan is \(days) days old; a week is the most.", "Plan again.")
    case .plannedInFuture(let moment):
      Explanation(
        "The plan was made at \(moment), which is yet to come.",
        "Set this machine's clock right, or that of who planned it, and plan again.")
    case .grantsNotAllowed(let count):
      Explanation(
        "The plan lets people do more in \(count) of its changes.",
        "Look at them, and add --allow-assign if that is meant.")
    case .alreadyApplied(let run, let isOpen):
      Explanation(
        "The plan was applied already, in run \(run).",
        isOpen
          ? "Go on with it: rolecall resume \(run)." : "Plan again to do more than it did.")
    }
  }
}

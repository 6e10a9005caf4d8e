import AccessModel
import FoundationEssentials

/// What comes after a call that did not succeed, as a value: bounded in time where the tenant asks to
/// wait, and in tries where it fails.
///
/// Only what is safe is sent again: a refusal for the rate limit was not carried out, whatever it was; a
/// connection that was never made carried nothing; all else only where the call reads.
struct Retrying: Hashable, Sendable {
  /// What to do next.
  enum Step: Hashable, Sendable {
    /// It stays as it is.
    case settle
    /// Waits for a turn of the rate limit and sends it again.
    case awaitTurn
    /// Waits so long and sends it again.
    case pause(Duration)
    /// Gets another token and sends it again.
    case renewToken
  }

  private let isPatient: Bool
  private let isRepeatable: Bool
  private var failures = 0
  private var hasRenewedToken = false

  /// A call that was not sent yet.
  ///
  /// - Parameters:
  ///   - isPatient: Whether its caller waits at all.
  ///   - isRepeatable: Whether it may be sent again though it may have been carried out.
  init(isPatient: Bool, isRepeatable: Bool) {
    self.isPatient = isPatient
    self.isRepeatable = isRepeatable
  }

  /// What to do after an answer.
  ///
  /// - Parameter chance: From 0 to 1, so that programs that failed together do not come back together.
  mutating func step(after answer: Answer, chance: Double) -> Step {
    switch answer.status {
    case 401 where !hasRenewedToken:
      hasRenewedToken = true
      return .renewToken
    case 429 where isPatient:
      return .awaitTurn
    case 500, 502, 503, 504:
      guard isRepeatable else { return .settle }
      let asked = answer.retryAt.map { Duration.seconds($0.timeIntervalSince(answer.receivedAt)) }
      return again(chance, atLeast: asked ?? .zero)
    default:
      return .settle
    }
  }

  /// What to do where there was no whole answer.
  mutating func step(after failure: APIError.Code, chance: Double) -> Step {
    switch failure {
    case .unreachable: again(chance, atLeast: .zero)
    case .interrupted where isRepeatable: again(chance, atLeast: .zero)
    default: .settle
    }
  }

  private mutating func again(_ chance: Double, atLeast asked: Duration) -> Step {
    guard isPatient, failures < Self.mostFailures, asked <= Self.longestPause else {
      return .settle
    }
    let longest = Self.firstPause * (1 << failures)
    failures += 1
    return .pause(max(asked, longest / 2 + longest / 2 * chance))
  }

  /// How often a failing call is sent again.
  static let mostFailures = 4
  private static let firstPause = Duration.milliseconds(500)
  /// Longer pauses than this are the caller's to decide about.
  private static let longestPause = Duration.seconds(60)
}

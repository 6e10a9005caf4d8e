/// Notices when failures of a run are no longer about single changes, and it has to pause.
package struct FailurePattern: Hashable, Sendable {
  /// Why a run pauses by itself.
  package enum Pause: Hashable, Sendable {
    /// The token is not, or no longer, valid.
    case unauthorized
    /// The token lacks a scope, or the tenant does not offer this.
    case forbidden
    /// The journal cannot be written: the disk is full.
    case diskFull
    /// So many of the last changes failed.
    case failures(Int, of: Int)
    /// The first few changes of a large plan did not hold.
    case trialFailed
  }

  /// Over how many changes failures are counted.
  package static let window = 100
  /// How many failures among them are bearable: 5 %.
  package static let bearable = 5

  private var recent: [Bool] = []
  private var oldest = 0
  private var failures = 0

  /// A pattern of a run that begins, or goes on after a person looked.
  package init() {}

  /// Takes what became of the next change.
  ///
  /// What was so already counts as a success; what is not known counts as a failure.
  ///
  /// - Returns: Why the run pauses; `nil` where it goes on.
  package mutating func note(_ state: ChangeOutcome.State) -> Pause? {
    switch state {
    case .done, .alreadySo, .soMeanwhile: return count(isFailure: false)
    case .leftOut, .notSent: return nil
    case .notInEffect: return count(isFailure: true)
    case .failed(let error), .unknown(let error):
      let pause = count(isFailure: true)
      // Without a token there is nothing to go on with, whatever kept it from being had.
      if error.operation == .getToken { return .unauthorized }
      switch error.code {
      case .unauthorized: return .unauthorized
      case .forbidden: return .forbidden
      case .unreachable, .timedOut, .interrupted, .badRequest, .notFound, .conflict, .rateLimited,
        .serverError, .unreadableAnswer, .answerTooLarge, .unexpectedStatus:
        return pause
      }
    }
  }

  private mutating func count(isFailure: Bool) -> Pause? {
    if recent.count < Self.window {
      recent.append(isFailure)
    } else {
      if recent[oldest] { failures -= 1 }
      recent[oldest] = isFailure
      oldest = (oldest + 1) % Self.window
    }
    if isFailure { failures += 1 }
    // Only a failure makes a run pause; it would stand still for good after a burst of them otherwise.
    return isFailure && failures > Self.bearable
      ? .failures(failures, of: recent.count) : nil
  }
}

extension FailurePattern.Pause {
  /// Why it pauses, and what to do.
  package var explanation: Explanation {
    switch self {
    case .unauthorized:
      Explanation("The token is no longer valid.", "Get a new token, then go on.")
    case .forbidden:
      Explanation(
        "The tenant does not allow this token to do it.",
        "Give the application the scope, then go on.")
    case .diskFull:
      Explanation(
        "The journal cannot be written: the disk is full.", "Make room, then go on.")
    case .failures(let count, let total):
      Explanation(
        "\(count) of the last \(total) changes failed.", "Look at them, then go on or stop.")
    case .trialFailed:
      Explanation(
        "The first changes did not hold as they should.", "Look at them, then go on or stop.")
    }
  }
}

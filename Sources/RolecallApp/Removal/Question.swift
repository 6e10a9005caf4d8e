package import AccessModel
package import Canvas

/// A question whether a plan shall be carried out, whatever the plan is about.
///
/// What arms it and what counts as an answer is the same for all of them, and stands in one place.
package protocol Question: Hashable, Sendable {
  /// What is to happen.
  var plan: Plan { get }
  /// The read that gathers what is to be shown; its reply is taken while `isReading`.
  var reading: Generation { get }
  /// Whether that read is under way.
  var isReading: Bool { get }
  /// What has been made of it so far.
  var consent: Consent { get set }
  /// What it takes to confirm; `nil` until that is known, and where there is nothing to do.
  var rung: ConfirmRung? { get }
  /// What Tab goes through.
  var stops: [Consent.Focus] { get }
  /// The word on the button that does it.
  var confirmLabel: String { get }
  /// The buttons besides those two, with their words.
  var extras: [QuestionFoot.Extra] { get }

  /// Why the button does nothing; `nil` where it may be pressed.
  func obstacle(in session: Session) -> String?
  /// Why nothing can be done at all, whatever is typed; `nil` where it can.
  func bar(in session: Session) -> String?
  /// The box without its fields and buttons.
  func box(in session: Session, of size: Size) -> Dialog
  /// How far it can be scrolled.
  func maximumScroll(in size: Size, session: Session) -> Int
  /// How far the box is drawn scrolled.
  var scrollOfBox: Int { get }
  /// Presses one of the buttons besides Cancel and the one that does it.
  mutating func press(_ extra: Consent.Focus) -> QuestionVerdict
  /// Takes what its read brought; `false` where that was no answer to it.
  mutating func take(_ reply: Reply, in session: Session) -> Bool
}

/// What a key or a click came to.
package enum QuestionVerdict: Hashable, Sendable {
  /// Nothing that concerns anybody but the question.
  case stay
  /// It came before the question was armed, and did nothing.
  case tooEarly
  /// The person does not want it.
  case cancel
  /// The person wants it.
  case confirm
  /// What was only computed is to be read.
  case check
  /// The plan is to be written to a file.
  case write
}

extension Question {
  /// The number of what is shown.
  package var revision: Int { consent.revision }
  /// Whether keys may act.
  package var isArmed: Bool { consent.isArmed }
  /// What the keys act on.
  package var focus: Consent.Focus { consent.focus }
  /// What has been typed of the phrase.
  package var phrase: TextField { consent.phrase }
  /// Why it is done, in the person's words.
  package var reason: TextField { consent.reason }
  /// Why the last try to confirm did nothing.
  package var refusal: String? { consent.refusal }

  package var extras: [QuestionFoot.Extra] { [] }
  package var scrollOfBox: Int { consent.scroll }
  package mutating func press(_ extra: Consent.Focus) -> QuestionVerdict { .stay }

  package var stops: [Consent.Focus] {
    [.cancel] + extras.map(\.focus) + (rung?.phrase == nil ? [] : [.phrase]) + [.reason, .confirm]
  }

  package func maximumScroll(in size: Size, session: Session) -> Int {
    box(in: session, of: size).layout(in: size).maximumScroll
  }

  /// Holds the scrolling within what there is to see.
  mutating func boundScroll(in size: Size, session: Session) {
    consent.scroll = min(
      max(0, consent.scroll), maximumScroll(in: size, session: session))
  }

  /// Why the phrase or the reason does not do yet; `nil` where they do.
  func missing(for rung: ConfirmRung) -> String? {
    if let wanted = rung.phrase, consent.phrase.text != wanted.text {
      return "Type \(wanted.text) first"
    }
    if rung.needsReason, consent.reason.text.allSatisfy(\.isWhitespace) {
      return "Give a reason first"
    }
    return nil
  }

  /// Whether nothing can be confirmed, so that no key is offered.
  func isBlocked(_ session: Session) -> Bool { rung == nil || bar(in: session) != nil }
}

package import Canvas

/// What a person has made of a question so far, and whether keys may act on it: the same for every question.
package struct Consent: Hashable, Sendable {
  /// What the keys act on.
  package enum Focus: Hashable, Sendable {
    case cancel
    /// Reads what was only computed.
    case check
    /// Names everybody concerned.
    case list
    /// Writes the plan to a file.
    case write
    case phrase
    case reason
    /// The button that does it.
    case confirm

    /// Whether what is typed stays in it.
    var isField: Bool { self == .phrase || self == .reason }
  }

  /// The number of what is shown: another one means that something else is shown, or that a key came too
  /// early.
  package internal(set) var revision: Int
  /// Whether keys may act: a while after the last change of what is shown.
  package internal(set) var isArmed = false
  /// What the keys act on.
  package internal(set) var focus = Focus.cancel
  /// What has been typed of the phrase.
  package internal(set) var phrase = TextField()
  /// Why it is done, in the person's words.
  package internal(set) var reason = TextField()
  /// Why the last try to confirm did nothing, until the next key.
  package internal(set) var refusal: String?
  /// How far what does not fit is scrolled.
  package internal(set) var scroll = 0

  /// Nothing typed, and not armed.
  package init(revision: Int) { self.revision = revision }
}

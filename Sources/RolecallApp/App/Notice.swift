/// A sentence about something that just happened, wherever the person is by then.
package struct Notice: Hashable, Sendable {
  /// What kind of news it is.
  package enum Kind: Hashable, Sendable {
    case done
    case information
    case problem
  }

  /// Tells it from the notices before it.
  package var number: Int
  /// What kind of news it is.
  package var kind: Kind
  /// The sentence; may hold a tenant's words.
  package var text: String

  /// A notice.
  package init(number: Int, kind: Kind, text: String) {
    self.number = number
    self.kind = kind
    self.text = text
  }

  /// How long it stays; `nil` until it is dismissed or another takes its place.
  package var lifetime: Duration? {
    switch kind {
    case .done, .problem: nil
    case .information: .seconds(6)
    }
  }
}

package import FoundationEssentials

/// A call of the Management API that was made: for the log, without a token and without its contents.
package struct APICall: Hashable, Sendable {
  /// Counted from 1 in this program.
  package var number: Int
  package var operation: Operation
  /// `GET`, `DELETE` and so on.
  package var method: String
  /// The path and the names of the query; each of its values is written as `…`.
  package var path: String
  /// The query as it was meant: for the screen alone, since a search may name people.
  package var query: [QueryItem]
  /// Whether something was sent with it, which is not kept.
  package var hasBody: Bool
  /// When it was sent.
  package var startedAt: Date
  /// From sending it to the last byte of the answer, or to the failure.
  package var duration: Duration
  /// 1 for the first time that it was sent.
  package var attempt: Int
  /// The answer's status; `nil` where there was no whole answer.
  package var status: Int?
  /// Why there was none, as `APIError.Code` names it; `cancelled` where it was given up.
  package var failure: String?
  /// How many calls the rate limit left, where the tenant said so.
  package var remaining: Int?
  /// What the tenant's log names the call by.
  package var correlation: String?

  /// A name and a value of a query, as they are meant.
  package struct QueryItem: Hashable, Sendable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String

    /// A name and a value.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A call from its parts.
  package init(
    number: Int, operation: Operation, method: String, path: String, query: [QueryItem] = [],
    hasBody: Bool = false, startedAt: Date, duration: Duration, attempt: Int, status: Int?,
    failure: String? = nil, remaining: Int? = nil, correlation: String? = nil
  ) {
    self.number = number
    self.operation = operation
    self.method = method
    self.path = path
    self.query = query
    self.hasBody = hasBody
    self.startedAt = startedAt
    self.duration = duration
    self.attempt = attempt
    self.status = status
    self.failure = failure
    self.remaining = remaining
    self.correlation = correlation
  }
}

extension APICall.QueryItem: CustomStringConvertible, CustomDebugStringConvertible {
  /// The name alone: a value may name a person, and is not printed by accident.
  package var description: String { "\(name)=…" }

  package var debugDescription: String { description }
}

extension APICall: Identifiable {
  package var id: Int { number }

  /// How many calls are kept for a screen.
  package static let kept = 1_000
}

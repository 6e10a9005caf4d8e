/// Something that was asked of the tenant: its answer, or why there is none.
///
/// Unknown is shown as unknown; it is never taken for an empty answer.
package enum Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The tenant's answer.
  case known(Value)
  /// The call failed.
  case unknown(APIError)

  /// The answer, if there is one.
  package var value: Value? {
    switch self {
    case .known(let value): value
    case .unknown: nil
    }
  }

  /// Why there is none.
  package var error: APIError? {
    switch self {
    case .known: nil
    case .unknown(let error): error
    }
  }
}

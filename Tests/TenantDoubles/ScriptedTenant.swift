package import AccessModel
import ManagementAPI
import Synchronization
package import Testing

/// A tenant whose answers a test has written down, in the order in which each call gets them.
///
/// A call that no answer was written for fails the test, and so does an answer that nobody asked for.
package final class ScriptedTenant: Sendable {
  /// A call that it was asked.
  package enum Call: Hashable, Sendable {
    case users(UserQuery)
    case usersWithEmail(String)
    case user(UserID)
    case rolesOfUser(UserID)
    case permissionsOfUser(UserID)
    case organizations(UserID)
    case permissionsOfRole(RoleID)
    case members(RoleID, page: Int = 0, perPage: Int)
    case apis
    case remove([RoleID], from: UserID, correlation: String)
    /// Any other call: its ids in the order of the path, then what else it was given.
    case call(Operation, [String])

    /// Whether it changes something.
    package var isWrite: Bool {
      switch self {
      case .remove: true
      case .call(let operation, _): operation.isWrite
      default: false
      }
    }
  }

  private struct State {
    var calls: [Call] = []
    var answers: [Call: [@Sendable () async throws -> any Sendable]] = [:]
  }

  private let state = Mutex(State())

  /// A tenant that expects no call.
  package init() {}

  /// Every call so far, in order.
  package var calls: [Call] { state.withLock { $0.calls } }

  /// The calls that change something.
  package var writes: [Call] { calls.filter(\.isWrite) }

  /// Writes down what the next such call gets.
  package func answer(_ call: Call, with value: any Sendable) {
    answer(call) { value }
  }

  /// Writes down that the next such call fails.
  package func fail(_ call: Call, with error: any Error) {
    answer(call) { throw error }
  }

  /// Writes down how the next such call ends.
  package func answer(_ call: Call, by body: @escaping @Sendable () async throws -> any Sendable) {
    state.withLock { $0.answers[call, default: []].append(body) }
  }

  /// Fails the test for answers that nobody has asked for.
  package func expectNothingLeft(_ location: SourceLocation = #_sourceLocation) {
    let left = state.withLock { $0.answers.filter { !$0.value.isEmpty }.map(\.key) }
    #expect(left.isEmpty, "never asked", sourceLocation: location)
  }

  /// Answers a call as it was written down.
  func reply<Value: Sendable>(_ call: Call, _ type: Value.Type = Value.self) async throws -> Value {
    let value = try await value(of: call)
    return try #require(value as? Value, "the answer to \(call) is of another type")
  }

  /// Answers a call as it was written down, with whatever that is.
  func value(of call: Call) async throws -> any Sendable {
    let body = state.withLock { state in
      state.calls.append(call)
      let isEmpty = state.answers[call]?.isEmpty ?? true
      return isEmpty ? nil : state.answers[call]?.removeFirst()
    }
    guard let body else {
      Issue.record("nobody expected \(call)")
      throw APIError(.unexpectedStatus, .getUser, detail: "nobody expected \(call)")
    }
    return try await body()
  }
}

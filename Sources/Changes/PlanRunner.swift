package import AccessModel
package import ManagementAPI

/// Carries out a plan that a person has confirmed: reads, writes, and reads again.
///
/// A call that was accepted is no proof. Before the write the truth is read, and what is already so is
/// not sent; after it the truth is read again, and again after 2 s and 10 s where it disagrees.
package struct PlanRunner: Sendable {
  private let reader: any AccessReading
  private let writer: any AccessWriting
  private let pause: @Sendable (Duration) async throws -> Void

  /// A runner.
  ///
  /// - Parameters:
  ///   - reader: Reads the truth before and after.
  ///   - writer: Makes the changes.
  ///   - pause: Lets time pass; throws when the task is cancelled.
  package init(
    reader: any AccessReading, writer: any AccessWriting,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.reader = reader
    self.writer = writer
    self.pause = pause
  }

  /// How long to wait before reading again where the tenant still shows the old state.
  package static let patience: [Duration] = [.seconds(2), .seconds(10)]

  /// Carries out the plan, user by user, and reports what is so afterwards.
  package func run(_ plan: Plan) async -> PlanReport {
    var states: [UserID: [RoleID: ChangeOutcome.State]] = [:]
    var rolesNow: [UserID: [Role]] = [:]
    for user in plan.users {
      let result = await remove(plan.roles(from: user.id), from: user.id, correlation: plan.id)
      states[user.id] = result.states
      rolesNow[user.id] = result.rolesNow
    }
    let outcomes = plan.changes.compactMap { change -> ChangeOutcome? in
      guard case .removeRole(let role, let user) = change else { return nil }
      return states[user.id]?[role.id].map { ChangeOutcome(change, $0) }
    }
    return PlanReport(plan: plan, outcomes: outcomes, rolesNow: rolesNow)
  }

  private struct Result {
    var states: [RoleID: ChangeOutcome.State]
    var rolesNow: [Role]?
  }

  private func remove(_ roles: [Role], from user: UserID, correlation: String) async -> Result {
    let before: [Role]
    switch await read(user, for: .listUserRoles) {
    case .known(let held): before = held
    // What cannot be read is not written: nobody could tell afterwards what had been done.
    case .unknown(let error): return Result(states: Self.all(roles, .failed(error)), rolesNow: nil)
    }
    let heldBefore = Set(before.map(\.id))
    let toSend = roles.filter { heldBefore.contains($0.id) }
    var states = Self.all(roles.filter { !heldBefore.contains($0.id) }, .alreadySo)
    guard !toSend.isEmpty else { return Result(states: states, rolesNow: before) }

    var failure: APIError?
    do {
      try await writer.removeRoles(
        toSend.map(\.id), fromUser: user, correlation: correlation)
    } catch {
      failure = Self.apiError(error, .removeUserRoles)
    }
    let after = await settled(user, without: toSend, isAccepted: failure == nil)
    let heldAfter = after.value.map { Set($0.map(\.id)) }
    for role in toSend {
      let state: ChangeOutcome.State
      switch (failure, heldAfter?.contains(role.id)) {
      case (nil, false): state = .done
      case (nil, true): state = .notInEffect
      case (let failure?, false):
        // A lost answer does not matter where what was wanted is so; after a refusal it was not by us.
        state = failure.isAnswered ? .alreadySo : .done
      case (let failure?, _) where failure.isAnswered:
        // A call without an answer may yet arrive; a refusal will not.
        state = .failed(failure)
      case (let failure, _):
        state = .unknown(failure ?? after.error ?? APIError(.unreadableAnswer, .listUserRoles))
      }
      states[role.id] = state
    }
    return Result(states: states, rolesNow: after.value)
  }

  /// The user's roles once they are as wanted, or as they are when patience has come to its end.
  private func settled(
    _ user: UserID, without roles: [Role], isAccepted: Bool
  ) async -> Fact<[Role]> {
    let unwanted = Set(roles.map(\.id))
    var fact = await read(user, for: .listUserRoles)
    guard isAccepted else { return fact }
    for wait in Self.patience {
      if let held = fact.value, unwanted.isDisjoint(with: held.map(\.id)) { return fact }
      // Only the program's end interrupts this; what is known by then is reported.
      do { try await pause(wait) } catch { return fact }
      fact = await read(user, for: .listUserRoles)
    }
    return fact
  }

  private func read(_ user: UserID, for operation: Operation) async -> Fact<[Role]> {
    do {
      return .known(try await reader.roles(ofUser: user))
    } catch {
      return .unknown(Self.apiError(error, operation))
    }
  }

  private static func apiError(_ error: any Error, _ operation: Operation) -> APIError {
    error as? APIError ?? APIError(.interrupted, operation)
  }

  private static func all(
    _ roles: [Role], _ state: ChangeOutcome.State
  ) -> [RoleID: ChangeOutcome.State] {
    Dictionary(roles.map { ($0.id, state) }, uniquingKeysWith: { first, _ in first })
  }
}

package import AccessModel

extension Journal {
  /// A whole run, as what goes on with it or takes it back asks for it.
  ///
  /// Changes that were purged are left out.
  ///
  /// - Throws: ``JournalError`` with `unknownRun` where it is not on record.
  package func record(of number: RunNumber) async throws -> RunRecord {
    let summary = try await run(number)
    let beginning = summary.beginning
    var undone: String?
    if let earlier = beginning.undoes {
      // A run that was purged has but its number left.
      undone = try await run(ifKnown: earlier)?.beginning.planID ?? "\(earlier)"
    }
    let changes = try await changes(of: number)
    return RunRecord(
      id: beginning.planID, tenant: files.tenant, reason: beginning.reason,
      state: RunRecord.State(summary), startedAt: summary.begunAt,
      endedAt: summary.steps.last.flatMap { $0.state.canGoOn ? nil : $0.at },
      plannedBy: beginning.plannedBy ?? beginning.appliedBy.phrase,
      appliedBy: beginning.appliedBy.phrase, planHash: beginning.planSHA256, undoes: undone,
      permissionsThen: Self.permissions(in: changes), entries: changes.compactMap(\.entry))
  }

  private func run(ifKnown number: RunNumber) async throws -> RunSummary? {
    do {
      return try await run(number)
    } catch let error as JournalError {
      guard error.code == .unknownRun else { throw error }
      return nil
    }
  }

  private static func permissions(in changes: [ChangeHistory]) -> [RoleID: Set<Permission.Key>] {
    var permissions: [RoleID: Set<Permission.Key>] = [:]
    for case let change? in changes.map(\.change) {
      guard let role = change.record.role?.id, let given = change.rolePermissions else { continue }
      permissions[role] = Set(given.map { Permission.Key(api: $0.api, name: $0.name) })
    }
    return permissions
  }
}

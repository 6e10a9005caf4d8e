package import AccessModel

/// What a plan is called: on its question, while it runs, and in the list of runs.
package struct PlanWords: Hashable, Sendable {
  /// What is to happen, in a few words that a tenant's words do not lengthen: "Remove a role from 3 users".
  package let title: String
  /// The word on the button that does it.
  package let button: String
  /// The plan in passing: "Contractor from 1,204 users".
  package let short: String
  /// What became of a change that was made: "removed".
  package let past: String

  /// The words for a plan.
  package init(_ plan: Plan) { self.init(PlanSummary(plan), first: plan.changes.first) }

  /// The words for a plan that was counted.
  package init(_ summary: PlanSummary, first: Change?) {
    let users = summary.users.of("user")
    let what = Self.list(summary)
    let kinds = Set(summary.kinds.keys)
    func say(_ title: String, _ button: String, _ short: String, _ past: String) -> [String] {
      [title, button, short, past]
    }
    let words: [String]
    switch kinds.count == 1 ? kinds.first : nil {
    case .removeRole, .removeOrganizationRole:
      words = say(
        "Remove \(Self.roles(summary)) from \(users)", "Remove", "\(what) from \(users)", "removed")
    case .assignRole, .assignOrganizationRole:
      words = say(
        "GRANTS: assign \(Self.roles(summary)) to \(users)", "Assign", "\(what) to \(users)",
        "assigned")
    case .revokePermission:
      words = say(
        "Take direct grants from \(users)", "Remove", "direct grants of \(users)", "removed")
    case .grantPermission:
      words = say(
        "GRANTS: grant permissions to \(users)", "Grant", "permissions to \(users)", "granted")
    case .removePermission:
      words = say("Take permissions from a role", "Remove", "permissions of \(what)", "removed")
    case .addPermission:
      words = say("GRANTS: add permissions to a role", "Add", "permissions to \(what)", "added")
    case .deleteRole:
      words = say("Delete \(Self.roles(summary))", "Delete", "role \(what), deleted", "deleted")
    case .setRBAC:
      let name = Self.api(first)
      words =
        summary.grants > 0
        ? say("GRANTS: disable RBAC of an API", "Disable RBAC", "RBAC off for \(name)", "set")
        : say("Enable RBAC of an API", "Enable RBAC", "RBAC on for \(name)", "set")
    case .revokeAccess:
      words = say("End the sessions of \(users)", "End", "sessions of \(users)", "ended")
    case nil:
      let changes = summary.changes.of("change")
      words = say(
        (summary.grants > 0 ? "GRANTS: " : "") + "Make \(changes)", "Do it",
        "\(changes) of \(users)", "done")
    }
    (title, button, short, past) = (words[0], words[1], words[2], words[3])
  }

  private static func roles(_ summary: PlanSummary) -> String {
    summary.roles.count == 1 ? "a role" : summary.roles.count.of("role")
  }

  private static func list(_ summary: PlanSummary) -> String {
    summary.roles.count <= 2
      ? summary.roles.map(\.displayName).joined(separator: ", ") : summary.roles.count.of("role")
  }

  private static func api(_ change: Change?) -> String {
    guard case .setRBAC(let api, _) = change else { return "APIs" }
    return api.name
  }
}

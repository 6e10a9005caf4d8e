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
    let users = summary.users == 1 ? "a user" : summary.users.of("user")
    let of = summary.users == 1 ? first?.user?.displayName ?? users : users
    let what = Self.list(summary)
    let kinds = Set(summary.kinds.keys)
    func say(_ title: String, _ button: String, _ short: String, _ past: String) -> [String] {
      [title, button, short, past]
    }
    let words: [String]
    switch kinds.count == 1 ? kinds.first : nil {
    case .removeRole:
      words = say(
        "Remove \(Self.roles(summary)) from \(users)", "Remove", "\(what) from \(of)", "removed")
    case .removeOrganizationRole:
      words = say(
        "Remove \(Self.roles(summary)) in an organization", "Remove",
        "\(what) in organizations, from \(of)",
        "removed")
    case .assignRole:
      words = say(
        "GRANTS: assign \(Self.roles(summary)) to \(users)", "Assign", "\(what) to \(of)",
        "assigned")
    case .assignOrganizationRole:
      words = say(
        "GRANTS: assign \(Self.roles(summary)) in an organization", "Assign",
        "\(what) in organizations, to \(of)", "assigned")
    case .revokePermission:
      words = say(
        "Take \(Self.grants(summary)) from \(users)", "Remove", "direct grants of \(of)", "removed")
    case .grantPermission:
      words = say(
        "GRANTS: grant \(Self.permissions(summary)) to \(users)", "Grant", "permissions to \(of)",
        "granted")
    case .removePermission:
      words = say(
        "Take \(Self.permissions(summary)) from a role", "Remove", "permissions of \(what)",
        "removed")
    case .addPermission:
      words = say(
        "GRANTS: add \(Self.permissions(summary)) to a role", "Add", "permissions to \(what)",
        "added")
    case .deleteRole:
      words = say("Delete \(Self.roles(summary))", "Delete", "role \(what), deleted", "deleted")
    case .setRBAC:
      words = Self.words(forAPI: first)
    case .revokeAccess:
      words = say("End the sessions of \(users)", "End", "sessions of \(of)", "ended")
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

  private static func permissions(_ summary: PlanSummary) -> String {
    summary.changes == 1 ? "a permission" : "permissions"
  }

  private static func grants(_ summary: PlanSummary) -> String {
    summary.changes == 1 ? "a direct grant" : "direct grants"
  }

  private static func words(forAPI change: Change?) -> [String] {
    guard let change, case .setRBAC(let api, let setting) = change else {
      return ["Change APIs", "Do it", "RBAC of APIs", "set"]
    }
    let words = ChangeWords(change)
    // Whoever could not before may do something afterwards where RBAC goes.
    let lead = change.grants && setting.tokenDialect == nil ? "GRANTS: " : ""
    let verb = lead.isEmpty ? words.verb : words.verb.lowercased()
    return [
      setting.tokenDialect == nil
        ? "\(lead)\(verb) RBAC for an API" : "\(verb) permissions in an API's access tokens",
      setting.tokenDialect == nil ? "\(words.verb) RBAC" : words.verb,
      "\(change.what) \(words.past) for \(api.name)", words.past,
    ]
  }
}

import AccessModel
import ArgumentParser

/// Which roles a plan is about, and whose.
struct SubjectOptions: ParsableArguments {
  @Argument(help: "Role ids, or names; id: or name: before it settles doubt.") var roles: [String]
  @Option(
    parsing: .singleValue,
    help:
      "A user id or an email; id: or email: before it settles doubt. Can be given several times.")
  var user: [String] = []
  @Option(help: "A file of users, an id or an email a line; - is standard input.")
  var usersFrom: String?
  @Option(help: "A search in Lucene syntax; whoever it finds is read again by id.")
  var query: String?
  @Flag(help: "Everyone who holds the roles; with --organization, its members.")
  var allMembers = false
  @Option(help: "Within an organization: its id or its name; id: or name: settles doubt.")
  var organization: String?

  mutating func validate() throws {
    guard !roles.isEmpty else { throw ValidationError("Name a role.") }
    let ways = [!user.isEmpty, usersFrom != nil, query != nil, allMembers].filter { $0 }
    guard ways.count == 1 else {
      throw ValidationError(
        ways.isEmpty
          ? "Say whose: --user, --users-from, --query or --all-members."
          : "Only one of --user, --users-from, --query and --all-members can be given.")
    }
    if let query, query.allSatisfy(\.isWhitespace) {
      throw ValidationError("--query takes a search; everyone who holds a role is --all-members.")
    }
  }

  /// What was meant, with the file of users read.
  ///
  /// - Throws: `CommandFailure` where an id is none, or the file cannot be read.
  func subject(_ intent: Plan.Intent) throws -> PlanSubject {
    let roles = roles.map(RoleSelector.init)
    for role in roles { try role.check() }
    return PlanSubject(
      intent: intent, roles: roles, users: try selection(intent),
      organization: try organization.map(OrganizationSelector.init))
  }

  private func selection(_ intent: Plan.Intent) throws -> UserSelection {
    if let usersFrom { return .list(try UserListFile(path: usersFrom).list()) }
    if let query { return .query(query) }
    guard !allMembers else {
      guard intent == .remove || organization != nil else {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "--all-members are those who hold the role already.",
          "Give --organization too for an organization's members, or --query.")
      }
      return .allMembers
    }
    return .named(user.map(UserSelector.init(typed:)))
  }
}

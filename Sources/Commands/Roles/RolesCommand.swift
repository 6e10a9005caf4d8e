import AccessModel
import ArgumentParser
import Effects
import ManagementAPI

/// `rolecall roles`: roles without the screens.
struct RolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "Lists and shows roles and who holds them, for scripts.",
    subcommands: [List.self, Show.self, Members.self])

  /// `rolecall roles list`: all roles of the tenant.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists all roles of the tenant.")

    @Flag(help: "Print JSON: an array of objects with id.") var json = false
    @OptionGroup var tenant: TenantOptions

    func run() throws {
      let environment = try EnvironmentTenant(options: tenant, surroundings: .process)
      let roles = try BackgroundTask {
        try await environment.withAccess { try await $0.roles(named: nil) }
      }.value()
      if json {
        print(try JSONOutput(roles.map(RoleOutput.init)).text)
      } else {
        let rows = roles.map { [$0.id.rawValue, $0.name, $0.description] }
        print(TextTable(heads: ["ROLE ID", "NAME", "DESCRIPTION"], rows: rows).text)
      }
    }
  }

  /// `rolecall roles show`: one role, and what it gives.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Shows one role, what it gives, and how many hold it.")

    @Argument(help: "A role's id or name; id: or name: before it settles doubt.")
    var role: String
    @Flag(help: "Print JSON, in the API's own names.") var json = false
    @OptionGroup var tenant: TenantOptions

    func run() throws {
      let environment = try EnvironmentTenant(options: tenant, surroundings: .process)
      let selector = RoleSelector(role)
      let description = try BackgroundTask {
        try await environment.withAccess { access in
          let role = try await selector.role(in: access)
          async let permissions = access.permissions(ofRole: role.id)
          let members = try await access.members(ofRole: role.id, perPage: 1)
          return RoleDescription(
            role: role, permissions: try await permissions, holders: members.total)
        }
      }.value()
      print(try json ? description.json : description.text)
    }
  }

  /// `rolecall roles members`: everyone who holds a role, printed as the list arrives.
  struct Members: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "members", abstract: "Lists everyone who holds a role directly, any number.")

    @Argument(help: "A role's id or name; id: or name: before it settles doubt.")
    var role: String
    @Flag(help: "Print JSON: an array of objects with user_id.") var json = false
    @OptionGroup var tenant: TenantOptions

    func run() throws {
      let environment = try EnvironmentTenant(options: tenant, surroundings: .process)
      let (selector, isJSON) = (RoleSelector(role), json)
      try BackgroundTask {
        try await environment.withAccess { access in
          let role = try await selector.role(in: access)
          let members = access.everyMember(ofRole: role.id)
          if isJSON {
            try await Self.printArray(of: members)
          } else {
            try await Self.printTable(of: members)
          }
        }
      }.value()
    }

    private static func printArray(of members: PageSequence<RoleMember>) async throws {
      var array = StreamedArray()
      for try await page in members {
        print(try array.text(page.items.map(RoleMemberOutput.init)), terminator: "")
      }
      print(array.end)
    }

    private static func printTable(of members: PageSequence<RoleMember>) async throws {
      var table = StreamedTable(heads: ["USER ID", "NAME", "EMAIL"])
      for try await page in members {
        let rows = page.items.map { [$0.id.rawValue, $0.name ?? "", $0.email ?? ""] }
        for line in table.lines(rows) { print(line) }
      }
      // A role that nobody holds has its heads all the same.
      for line in table.lines([]) { print(line) }
    }
  }
}

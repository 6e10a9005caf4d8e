import AccessModel
import ArgumentParser
import Effects
import FoundationEssentials
import ManagementAPI
import RolecallApp

/// `rolecall users`: users without the screens.
struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users", abstract: "Lists and shows users, for scripts.",
    subcommands: [List.self, Show.self])

  /// `rolecall users list`: the users that fit a search.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the users that fit a search, 1,000 at most.")

    @Argument(help: "What to search for, as in the screens; everybody unless given.")
    var query = ""
    @Flag(help: "Print JSON: an array of objects with user_id.") var json = false
    @OptionGroup var tenant: TenantOptions

    func run() throws {
      let environment = try EnvironmentTenant(options: tenant, surroundings: .process)
      let search = UserSearch(query)
      let listing = try BackgroundTask {
        try await environment.withAccess { try await UserListing(search, in: $0) }
      }.value()
      print(try json ? listing.json : listing.table)
      if let cut = listing.cut { StandardError.print("rolecall: \(cut)") }
    }
  }

  /// `rolecall users show`: one user, with roles and permissions.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Shows one user: roles, permissions, and where each comes from.")

    @Argument(help: "A user id or an email; id: or email: before it settles doubt.")
    var user: String
    @Flag(help: "Print JSON, in the API's own names.") var json = false
    @OptionGroup var tenant: TenantOptions

    func run() throws {
      let environment = try EnvironmentTenant(options: tenant, surroundings: .process)
      let selector = UserSelector(typed: user)
      let description = try BackgroundTask {
        try await environment.withAccess { access in
          let user = try await selector.user(in: access)
          async let roles = access.roles(ofUser: user.id)
          async let permissions = access.permissions(ofUser: user.id)
          return UserDescription(
            user: user, roles: try await roles, permissions: try await permissions)
        }
      }.value()
      print(try json ? description.json : description.text)
    }
  }
}

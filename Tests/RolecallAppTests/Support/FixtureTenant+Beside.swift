import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension Role {
  static let owner = Role(
    id: RoleID("rol_0wn3r0fOrg4n1z4t"), name: "Owner", description: "Runs the organization")
  static let member = Role(id: RoleID("rol_m3mb3rOfOrg4n1za"), name: "Member")
}

extension Group {
  static let allStaff = Group(id: "grp_4llSt4ffM3mb3rs", name: "all-staff")
  static let europe = Group(id: "grp_3ur0p3M3mb3rs00", name: "Europe \u{202E}eporuE")
}

extension FixtureTenant {
  /// The same tenant, where Employee comes to Ana through a group alone, and Support through one as well.
  var withGroups: FixtureTenant {
    with {
      $0.held[Self.ana.id] = [.billingAdmin, .support, .auditor]
      $0.throughGroups[Self.ana.id] = [.employee, .support]
      $0.groups = [Role.employee.id: [.allStaff], Role.support.id: [.allStaff, .europe]]
      $0.given[Role.employee.id] = [.readUsers, .readHandbook]
    }
  }

  /// All roles that a user has, with the ways in which, in the API's words.
  func effectiveRoles(of user: UserID) -> [EffectiveRole] {
    let direct = roles(of: user)
    let through = throughGroups[user] ?? []
    let throughIDs = Set(through.map(\.id))
    let directIDs = Set(direct.map(\.id))
    return direct.map {
      EffectiveRole(
        role: $0, sources: throughIDs.contains($0.id) ? ["direct", "groups"] : ["direct"])
    }
      + through.filter { !directIDs.contains($0.id) }.map {
        EffectiveRole(role: $0, sources: ["groups"])
      }
  }

  /// What the tenant says of something that stands beside a user's roles; `nil` for any other question.
  func answerBeside(_ read: Read) -> Reply? {
    switch read {
    case .effectiveRoles(let user):
      if let error = groupsError { return .failed(error) }
      return .effectiveRoles(effectiveRoles(of: user))
    case .roleGroups(let role, _): return .groups(groups[role] ?? [])
    case .organizations(let user):
      if let error = organizationsError { return .failed(error) }
      return .organizations(organizations[user] ?? [])
    case .organizationRoles(_, let organization):
      if let error = memberRolesError { return .failed(error) }
      return .roles(memberRoles[organization] ?? [])
    case .rolePermissions(let role): return .permissions(given[role] ?? [])
    default: return nil
    }
  }
}

extension Permission {
  static let readHandbook = Permission(
    name: "read:handbook", description: "What everyone may know", apiName: "People API",
    apiIdentifier: "https://people.acme.example")
}

extension AppDriver {
  /// Answers what stands beside a user's roles, as long as anybody asks.
  func answerBeside() {
    while reads.contains(where: { tenant.answerBeside($0.read) != nil }) {
      answer("what stands beside roles") { self.tenant.answerBeside($0) }
    }
  }

  /// Ana Lima's Permissions view, read.
  static func onPermissions(
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onRoles(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("<right>")
    driver.answerPermissions()
    return driver
  }

  /// Ana Lima's Organizations view, read.
  static func onOrganizations(
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onRoles(tenant, columns: columns, rows: rows, theme: theme)
    driver.press("<right>")
    driver.answerPermissions()
    driver.press("<right>")
    driver.answerBeside()
    return driver
  }
}

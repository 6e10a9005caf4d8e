import AccessModel
import Canvas
import RolecallApp
import Testing

/// Roles through groups and in organizations, and every source of a permission.
extension GoldenTests {
  private static let grouped = FixtureTenant.production.withGroups

  /// Somebody in whose metadata the Authorization Extension left its roles.
  static let extended = grouped.with {
    $0.people[0].authorizationExtension = AuthorizationExtensionTraces(entries: [
      .init(application: "Intranet", groups: ["Staff"], roles: ["Admin", "Ed\u{202E}itor"]),
      .init(application: "Shop", roles: ["Admin"], permissions: ["read:cart"]),
    ])
  }

  private static let crowded = grouped.with { tenant in
    tenant.held[FixtureTenant.ana.id] = (0..<60).map {
      Role(id: RoleID("rol_\($0)"), name: "Role \($0)", description: "The role number \($0)")
    }
    tenant.organizations[FixtureTenant.ana.id] = (0..<40).map {
      Organization(id: OrganizationID("org_\($0)"), name: "o\($0)", displayName: "Company \($0)")
    }
    for index in 0..<40 {
      tenant.memberRoles[OrganizationID("org_\(index)")] = [.owner, .member]
    }
  }

  private static let hostile = grouped.with { tenant in
    tenant.throughGroups[FixtureTenant.ana.id] = [.disguised, .long]
    tenant.groups = [
      Role.disguised.id: [.europe],
      Role.long.id: [
        Group(id: "grp_1", name: "\u{1B}[2J" + String(repeating: "staff ", count: 30))
      ],
    ]
    tenant.organizations[FixtureTenant.ana.id] = [
      Organization(
        id: OrganizationID("org_1"), name: "initech", displayName: "Ini\u{202E}hcet \u{1B}[31m"),
      Organization(
        id: OrganizationID("org_2"), name: "g", displayName: String(repeating: "株式会社", count: 20)),
      Organization(id: OrganizationID("org_3"), name: "", displayName: ""),
    ]
    tenant.memberRoles[OrganizationID("org_2")] = [.disguised, .long]
  }

  private static func roles(
    _ name: String, _ tenant: FixtureTenant, _ sizes: [Size] = [normal], keys: String = ""
  ) -> Moment {
    Moment(name: "user-roles-\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onRoles(tenant, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      driver.answerBeside()
      return driver
    }
  }

  private static func organizations(
    _ name: String, _ tenant: FixtureTenant, _ sizes: [Size] = [normal], keys: String = ""
  ) -> Moment {
    Moment(name: "user-organizations\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onOrganizations(
        tenant, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      driver.answerBeside()
      return driver
    }
  }

  private static func permissions(
    _ name: String, _ tenant: FixtureTenant, _ sizes: [Size] = [normal]
  ) -> Moment {
    Moment(name: "user-permissions-\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onRoles(tenant, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<right>")
      driver.answerPermissions()
      return driver
    }
  }

  static let userAccessMoments: [Moment] = [
    roles("groups", grouped, readable, keys: "G"),
    roles(
      "groups-forbidden",
      grouped.with {
        $0.groupsError = FixtureTenant.forbidden(
          .listUserEffectiveRoles, "read:user_effective_roles")
      }, readable),
    roles("extension", extended, readable),
    roles("many", crowded, readable, keys: "G"),
    roles("names", hostile, readable, keys: "G"),
    roles("managed-elsewhere", grouped, readable, keys: "Gd"),
    Moment(name: "user-roles-beside-loading") { size, theme in
      let driver = AppDriver(
        grouped, user: FixtureTenant.ana.id, columns: size.columns, rows: size.rows, theme: theme)
      driver.answerUser()
      driver.answerRoles(withBeside: false)
      return driver
    },
    Moment(name: "user-details-extension", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(extended, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<left>G")
      return driver
    },
    organizations("", grouped, readable, keys: "j"),
    organizations("-many", crowded, readable, keys: "G"),
    organizations("-names", hostile, readable),
    organizations("-managed-elsewhere", grouped, keys: "jd"),
    organizations(
      "-one",
      grouped.with {
        $0.organizations[FixtureTenant.ana.id] = [
          Organization(id: OrganizationID("org_9"), name: "solo", displayName: "Solo")
        ]
      }),
    organizations("-none", grouped.with { $0.organizations = [:] }),
    organizations(
      "-forbidden",
      grouped.with {
        $0.organizationsError = FixtureTenant.forbidden(
          .listUserOrganizations, "read:organizations")
      }, readable),
    organizations(
      "-roles-forbidden",
      grouped.with {
        $0.memberRolesError = FixtureTenant.forbidden(
          .listOrganizationMemberRoles, "read:organization_member_roles")
      }, readable),
    Moment(name: "user-organizations-loading") { size, theme in
      let driver = AppDriver(
        grouped, user: FixtureTenant.ana.id, columns: size.columns, rows: size.rows, theme: theme)
      driver.answerUser()
      driver.answerRoles(withBeside: false)
      driver.press("<right><right>")
      return driver
    },
    permissions("groups", grouped, readable),
    permissions(
      "groups-forbidden",
      grouped.with {
        $0.groupsError = FixtureTenant.forbidden(
          .listUserEffectiveRoles, "read:user_effective_roles")
      }),
    permissions(
      "none",
      .production.with {
        $0.held = [:]
        $0.granted = [:]
      }),
    Moment(name: "user-permissions-forbidden") { size, theme in
      let driver = AppDriver.onRoles(
        grouped, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<right>")
      driver.answerBeside()
      driver.fail(with: FixtureTenant.forbidden(.listUserPermissions, "read:users"))
      return driver
    },
  ]
}

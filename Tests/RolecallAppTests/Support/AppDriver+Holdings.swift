import AccessModel
import Canvas
import RolecallApp
import Testing

extension FixtureTenant {
  /// What a user holds; one who does not exist holds nothing that could be known.
  func holding(of user: User, withPermissions: Bool) -> Holding {
    guard let current = people.first(where: { $0.id == user.id }) else {
      return Holding(user: user, roles: .unknown(notFound(.listUserRoles)))
    }
    return Holding(
      user: current, roles: .known(roles(of: user.id)),
      permissions: withPermissions ? .known(permissions(of: user.id)) : nil)
  }

  /// What people hold, all of it in one part; a search finds everybody.
  func holdings(of people: People, withPermissions: Bool) -> HoldingsPart {
    let users: [User] = if case .chosen(let users) = people { users } else { self.people }
    return HoldingsPart(
      holdings: users.map { holding(of: $0, withPermissions: withPermissions) },
      found: users.count, isLast: true)
  }

  /// The first three people hold roles: Ana four, the others Support, and one of them Auditor as well.
  var withThreeHolders: FixtureTenant {
    with {
      $0.held[$0.people[1].id] = [.support]
      $0.held[$0.people[2].id] = [.support, .auditor]
    }
  }
}

extension AppDriver {
  /// The roles that any of the first three users holds, to take some away.
  static func onRemoveRoles(
    _ tenant: FixtureTenant = .local.withThreeHolders, keys: String = "<space><space><space>d",
    columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onUsers(tenant, columns: columns, rows: rows, theme: theme)
    driver.press(keys)
    driver.answerHoldings()
    return driver
  }

  /// The search for users to assign Billing Admin to; nobody but Ana holds it, and the field has the focus.
  static func onAddUsers(
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let holders = tenant.people.filter { tenant.roles(of: $0.id).contains(.billingAdmin) }
    let driver = onRole(tenant, holders: holders, columns: columns, rows: rows, theme: theme)
    driver.press("a")
    driver.answerRolePermissions()
    driver.answerUsers()
    driver.answerHoldings(atLeast: 0)
    return driver
  }

  /// Answers what users hold, as long as anybody asks.
  func answerHoldings(
    atLeast: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var count = 0
    while reads.contains(where: { if case .holdings = $0.read { true } else { false } })
      || count < atLeast
    {
      count += 1
      answer(
        "what users hold", where: { if case .holdings = $0 { true } else { false } },
        { read in
          guard case .holdings(let people, let withPermissions) = read else { return .roles([]) }
          return .holdings(tenant.holdings(of: people, withPermissions: withPermissions))
        }, sourceLocation: sourceLocation)
    }
  }

  /// Sends a part of what users hold; the read stays open.
  func sendHoldings(_ part: HoldingsPart) {
    for case (.holdings, let generation) in reads { send(.reply(generation, .holdings(part))) }
  }

  /// The ids of the users who are marked in the list of users.
  var markedUsers: Set<UserID> { usersScreen?.marks.ids ?? [] }
}

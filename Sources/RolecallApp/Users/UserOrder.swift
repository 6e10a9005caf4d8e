package import AccessModel

/// The orders that the list of users can be put into.
package enum UserOrder: Hashable, Sendable, CaseIterable {
  /// As the tenant sends it.
  case tenant
  case name
  case email
  case mostLogins
  case latestLogin

  /// The order that comes after this one, in a circle.
  package var next: UserOrder {
    let all = UserOrder.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }

  /// The order as a query.
  package var sort: UserQuery.Sort? {
    switch self {
    case .tenant: nil
    case .name: UserQuery.Sort(field: "name")
    case .email: UserQuery.Sort(field: "email")
    case .mostLogins: UserQuery.Sort(field: "logins_count", isDescending: true)
    case .latestLogin: UserQuery.Sort(field: "last_login", isDescending: true)
    }
  }

  /// The order in words.
  package var title: String {
    switch self {
    case .tenant: "the tenant's order"
    case .name: "by name"
    case .email: "by email"
    case .mostLogins: "most logins first"
    case .latestLogin: "latest login first"
    }
  }
}

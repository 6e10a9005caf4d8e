/// One call of the API that makes several changes of a plan at once.
package struct PlannedCall: Hashable, Sendable {
  /// Which call.
  package var call: Change.Call
  /// The places in the plan of the changes that it makes, in the plan's order; never empty.
  package var places: [Int]

  /// A call.
  package init(_ call: Change.Call, places: [Int]) {
    self.call = call
    self.places = places
  }

  /// How many roles or permissions of one user or role go in one call; a user holds 50 roles at most.
  package static let itemLimit = 50
  /// How many users go in one call of `POST /api/v2/roles/{id}/users`, whose own limit nobody has named.
  package static let userLimit = 50
}

extension Plan {
  /// The calls that make changes of the plan: several roles of one user go together, and one role's
  /// users where that is asked for.
  ///
  /// - Parameters:
  ///   - places: Which changes; what is so already is left out by the caller.
  ///   - assignsByRole: Whether one role is given to many users at once, which needs `update:roles`, and
  ///     fails as a whole where one of them is gone.
  /// - Returns: The calls, in the order of each one's first change.
  package func calls(for places: some Sequence<Int>, assignsByRole: Bool = false) -> [PlannedCall] {
    var calls: [PlannedCall] = []
    /// Where the call of a key stands, while it takes more.
    var open: [CallKey: Int] = [:]
    for place in places {
      let change = changes[place]
      guard let key = CallKey(change, assignsByRole: assignsByRole) else {
        calls.append(PlannedCall(change.call, places: [place]))
        continue
      }
      if let number = open[key], calls[number].places.count < key.limit {
        calls[number].places.append(place)
      } else {
        open[key] = calls.count
        calls.append(PlannedCall(key.call, places: [place]))
      }
    }
    return calls
  }
}

/// What two changes must have in common to go in one call.
private struct CallKey: Hashable {
  var call: Change.Call
  var user: UserID?
  var role: RoleID?
  var organization: String?

  /// `nil` for a change that goes by itself.
  init?(_ change: Change, assignsByRole: Bool) {
    call = change.call
    switch change {
    case .assignRole(let role, _) where assignsByRole:
      call = .assignRoleToUsers
      self.role = role.id
    case .removeRole(_, let user), .assignRole(_, let user), .revokePermission(_, let user),
      .grantPermission(_, let user):
      self.user = user.id
    case .removeOrganizationRole(_, let user, let organization),
      .assignOrganizationRole(_, let user, let organization):
      self.user = user.id
      self.organization = organization.identifyingText
    case .removePermission(_, let role), .addPermission(_, let role): self.role = role.id
    case .deleteRole, .setRBAC, .revokeAccess: return nil
    }
  }

  var limit: Int {
    call == .assignRoleToUsers ? PlannedCall.userLimit : PlannedCall.itemLimit
  }
}

/// A permission that a user holds, and where it comes from.
struct EffectivePermission: Sendable, Equatable {
  /// What a permission comes from.
  enum Source: Sendable, Equatable {
    case direct
    case role(id: String, name: String)

    var json: JSON {
      switch self {
      case .direct: ["source_id": "", "source_name": "", "source_type": "DIRECT"]
      case .role(let id, let name):
        ["source_id": .string(id), "source_name": .string(name), "source_type": "ROLE"]
      }
    }
  }

  var permission: Permission
  var sources: [Source]
}

extension TenantState {
  /// What a user may do: through each role that is held, and by direct grants; with `groups`, also
  /// through the roles that only groups give.
  func permissions(ofUser userID: String, groups: Bool = false) -> [EffectivePermission] {
    var permissions: [EffectivePermission] = []
    var places: [Permission: Int] = [:]
    func add(_ permission: Permission, _ source: EffectivePermission.Source) {
      if let place = places[permission] {
        permissions[place].sources.append(source)
      } else {
        places[permission] = permissions.count
        permissions.append(EffectivePermission(permission: permission, sources: [source]))
      }
    }
    let held =
      groups
      ? effectiveRoles(ofUser: userID).map(\.role)
      : assignments.held(by: userID).compactMap { roles[$0.id] }
    for role in held {
      for permission in role.permissions { add(permission, .role(id: role.id, name: role.name)) }
    }
    for permission in grants[userID] ?? [] { add(permission, .direct) }
    return permissions
  }

  /// A permission as the API answers it:
  /// `{"permission_name","description","resource_server_name","resource_server_identifier"}`.
  func json(_ permission: Permission) -> JSON {
    let api = resourceServer(identifier: permission.resourceServer)
    let scope = api?.scopes.first { $0.value == permission.name }
    return [
      "permission_name": .string(permission.name),
      "description": .string(scope?.description ?? ""),
      "resource_server_name": .string(api?.name ?? ""),
      "resource_server_identifier": .string(permission.resourceServer),
    ]
  }

  /// A user's permission as the API answers it: as a role's, with its `sources` besides, which may
  /// leave out the roles.
  func json(_ permission: EffectivePermission, sourcesNameRoles: Bool = true) -> JSON {
    guard case .object(var members) = json(permission.permission) else { return .null }
    let sources = permission.sources.filter { sourcesNameRoles || $0 == .direct }
    members.append(JSON.Member("sources", .array(sources.map(\.json))))
    return .object(members)
  }
}

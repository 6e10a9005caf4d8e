package import Canvas

extension Action {
  /// Everything that keys do, the most important first.
  package static let table: [Action] =
    inUsers + onUser + inRoles + whileChoosing + marking + inAPIs + whileAssigning + searching
    + onRuns + whileDeciding + inAPILog + inLists + copying + everywhere

  /// What a key means in a place.
  package static func meant(by key: Key, in context: Context) -> Action? {
    table.first { $0.contexts.contains(context) && $0.keys.contains(key) }
  }

  /// The views of a user.
  static let userViews: Set<Context> = [
    .userDetails, .userRoles, .userPermissions, .userOrganizations, .userHistory,
    .userDevices, .userRawJSON,
  ]
  /// The views of whatever has some.
  static let views = userViews.union([.roleSettings, .rolePermissions, .roleUsers])
  /// Everywhere but in fields.
  static let lists = views.union([
    .users, .roles, .addUsers, .removeRoles, .apis, .run, .changes, .record, .decide,
    .apiLog, .apiCall,
  ])
  /// Where a user is meant.
  static let people = userViews.union([.users, .roleUsers])
  /// Where several rows can be marked.
  static let marked: Set<Context> = [.users, .roleUsers, .addUsers, .removeRoles]
  /// Where a filter can be typed.
  static let filtered: Set<Context> = [
    .roles, .rolePermissions, .roleUsers, .removeRoles, .apis, .changes, .record, .decide,
    .apiLog,
  ]

  /// Everywhere but in fields and in one section.
  static func sections(but here: Context) -> Set<Context> { lists.subtracting([here]) }
}

package import AccessModel

/// A role of the tenant that a user has, and the ways in which.
package struct HeldRole: Hashable, Sendable, Identifiable {
  /// The role.
  package var role: Role
  /// Whether the user holds it directly, so that it can be removed here.
  package var isDirect: Bool
  /// Whether a group gives it, which no removal from the user takes away.
  package var isThroughGroups: Bool
  /// The groups that give it; `nil` until they have been read.
  package var groups: Fact<[Group]>?

  /// The role's id.
  package var id: RoleID { role.id }

  /// Where it comes from, as a column of a list says it: `directly, group: all-staff`.
  package var origin: String {
    let ways = [isDirect ? "directly" : nil, isThroughGroups ? groupWords : nil]
    return ways.compactMap(\.self).joined(separator: ", ")
  }

  /// Why it cannot be removed here, and where that is done; `nil` where it can.
  package var obstacle: String? {
    guard !isDirect else { return nil }
    let names = groupNames
    let through = names.isEmpty ? "a group" : "the group \(names.joined(separator: ", "))"
    return "\(role.displayName) comes through \(through), and is managed there"
  }

  /// The names of the groups that give it, as far as they are known.
  var groupNames: [String] { groups?.value?.map(\.name) ?? [] }

  private var groupWords: String {
    let names = groupNames
    guard !names.isEmpty else { return "a group" }
    return "\(names.count == 1 ? "group" : "groups"): \(names.joined(separator: ", "))"
  }
}

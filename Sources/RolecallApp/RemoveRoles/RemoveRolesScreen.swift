package import AccessModel
package import FoundationEssentials

/// The roles that any of some users holds directly, to take one or several from whoever holds them.
///
/// Nothing can be chosen before it is known of everybody what they hold, or that it cannot be known.
package struct RemoveRolesScreen: Hashable, Sendable {
  /// Whom it is about, and what they hold.
  package internal(set) var holdings: Holdings
  /// The roles, those of most holders first.
  var list = FilteredList<RoleChoice>()
  /// Which roles are marked.
  package internal(set) var marks = Marks<RoleID>()

  /// The roles of some people, nothing read yet.
  package init(of people: People) { holdings = Holdings(of: people) }

  /// The roles that are shown.
  package var shown: [RoleChoice] { list.shown }

  /// The roles that keys act on: all that are marked and shown, else the one under the cursor.
  package var chosen: [Role] {
    guard marks.isEmpty else {
      return list.shown.lazy.map(\.role).filter { marks.contains($0.id) }
    }
    return list.current.map { [$0.role] } ?? []
  }

  /// The users who hold any of the chosen roles, in order.
  package var holders: [User] {
    let chosen = chosen.map(\.id)
    return holdings.known.filter { user in chosen.contains { holdings.holds($0, user.id) == true } }
  }

  /// When everybody had been read.
  package var readAt: Date? { holdings.readAt }

  /// Whether it is still being read what they hold.
  package var isLoading: Bool { holdings.reading != nil }

  /// Gathers the roles anew from what the users hold.
  mutating func gather(visible: Int, at now: Date) {
    let choices = RoleChoice.choices(of: holdings.known.map(\.id), held: holdings.roles)
    list.succeed(choices, at: now, visible: visible)
    marks.remove(marks.ids.subtracting(choices.map(\.id)))
    marks.follow(list.ids)
  }
}

extension RoleChoice: Filterable {
  var filterTexts: [String] { role.filterTexts }
}

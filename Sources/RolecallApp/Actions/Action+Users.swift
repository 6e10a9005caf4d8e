import AccessModel
import Canvas

extension Action {
  /// What keys do in the list of users and its search.
  static let inUsers: [Action] = [
    Action(
      .openUser, "Open the user", hint: "open", keys: [.enter, .character("l")], in: [.users],
      obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .focusSearch, "Search: name, email, user id, or field:text", hint: "filter",
      keys: [.character("/")], in: [.users]),
    Action(.sort, "Sort by the next column", hint: "sort", keys: [.character("s")], in: [.users]),
    Action(
      .searchNow, "Search at once, and go to the list", hint: "search", keys: [.enter, .down],
      in: [.searchField]),
    Action(
      .clearSearch, "Empty the field and show everybody", hint: "everybody", keys: [.escape],
      in: [.searchField]),
    Action(
      .leaveSearch, "Go to the list", hint: "list", keys: [.tab], in: [.searchField]),
  ]
}

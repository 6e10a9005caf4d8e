import AccessModel

/// A moment that the README or the guide shows: where one begins, and which keys lead there.
struct PictureScene: Sendable {
  /// The picture's file, without its ending.
  let name: String
  /// The user that is opened at once; `nil` for the list of users.
  let user: UserID?
  /// The keys, as a person would press them, each once the one before has been answered.
  let keys: String

  private init(_ name: String, of user: UserID? = nil, keys: String) {
    self.name = name
    self.user = user
    self.keys = keys
  }

  /// Every picture, in the order of the guide.
  static let all = [
    PictureScene("users", keys: "/ana<enter>j"),
    PictureScene("user-roles", of: ana, keys: ""),
    PictureScene("user-permissions", of: ana, keys: "<right>"),
    PictureScene("user-organizations", of: ana, keys: "<right><right>j"),
    PictureScene("user-extension", of: anna, keys: ""),
    PictureScene("user-history", of: ana, keys: "<right><right><right>"),
    PictureScene("user-devices", of: ana, keys: "<right><right><right><right>"),
    PictureScene("question", of: ana, keys: "d"),
    PictureScene("copied-code", of: ana, keys: "c"),
    PictureScene("assign", of: ana, keys: "asm"),
    PictureScene("roles", keys: "2"),
    PictureScene("role-users", keys: "2/contr<enter><enter><space>j<space>j<space>"),
    PictureScene("question-many", keys: "2/contr<enter><enter><space>j<space>j<space>d"),
    PictureScene("role-permissions", keys: "2/contr<enter><enter><left>"),
    PictureScene("add-users", keys: "2/contr<enter><enter>ama<enter><space>j<space>"),
    PictureScene("remove-roles", keys: "/ana<enter><space>j<space>j<space>d"),
    PictureScene("apis", keys: "3/acme<enter>jj"),
    PictureScene("question-rbac", keys: "3/report<enter>e"),
  ]

  /// A user whom the Authorization Extension has left its roles.
  private static let anna = UserID("auth0|63d17c50e99d3933163c0001")
  /// A user with something of everything.
  private static let ana = UserID("auth0|63d17c50e99d3933163bdda9")
}

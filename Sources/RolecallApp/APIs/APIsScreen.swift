package import AccessModel
package import FoundationEssentials

/// The APIs of the tenant: whether roles count there at all, and how long access tokens live.
package struct APIsScreen: Hashable, Sendable {
  /// The APIs, by name.
  var list = FilteredList<ResourceServer>()

  /// A list that has not been read yet.
  package init() {}

  /// The API under the cursor.
  package var current: ResourceServer? { list.current }

  /// When the list was read.
  package var readAt: Date? { list.whole.readAt }

  /// Whether the list is being read.
  package var isLoading: Bool { list.whole.reading != nil }
}

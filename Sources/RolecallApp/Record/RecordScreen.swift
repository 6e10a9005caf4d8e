package import AccessModel
package import Canvas
package import FoundationEssentials

/// A run on record: who, when and why, where it stands, and what became of each of its changes.
///
/// Of the changes only those in view are read, so that a run of a hundred thousand opens as quickly as one
/// of three; what a filter leaves of them is found where they are kept.
package struct RecordScreen: Hashable, Sendable {
  /// The run, as a list had it.
  package let listed: RunSummary
  /// What has been read of the run as a whole since.
  package internal(set) var summary = Loadable<RunSummary>()
  /// What is typed into the filter.
  package internal(set) var field = TextField()
  /// Whether keys go to the filter.
  package internal(set) var isFieldFocused = false
  /// Whether only those are shown that were tried and are not as the plan wants them.
  package internal(set) var showsTroubleAlone = false
  /// The places in the plan of what is shown.
  package internal(set) var places: [Int] = []
  /// The wait for a pause in typing: what a filter leaves of very many changes takes the journal a while.
  var typing: Generation?
  /// What is read to narrow the changes down, and what went wrong with it.
  var narrowing = Loadable<[Int]>()
  /// Where the person is, by a change's place in the plan.
  var cursor = ListCursor<Int>()
  /// What is on record of changes, as far as it was read; only what is near is kept.
  package internal(set) var histories: [Int: ChangeHistory] = [:]
  /// The places that have been read since the last refresh.
  var fresh: Set<Int> = []
  /// The places that are being read.
  var reading: [Generation: [Int]] = [:]
  /// Why the last of those reads brought nothing.
  var changesError: APIError?

  /// How many changes are kept in memory at most.
  static let kept = 2_000

  /// A run that has not been read yet.
  ///
  /// - Parameter listed: What a list said of it.
  package init(_ listed: RunSummary) {
    self.listed = listed
    places = Array(0..<listed.progress.total)
  }

  /// The run's number.
  package var id: RunNumber { listed.id }

  /// What is known of the run as a whole.
  package var run: RunSummary { summary.value ?? listed }

  /// The filter, as the journal is asked for it.
  var filter: RunFilter { RunFilter(text: field.text, isTroubleAlone: showsTroubleAlone) }

  /// The place of the change under the cursor.
  package var currentPlace: Int? { cursor.index(in: places).map { places[$0] } }

  /// The change under the cursor with all that is on record of it; `nil` until it was read.
  package var current: ChangeHistory? { currentPlace.flatMap { histories[$0] } }

  /// What went wrong, if anything.
  var error: APIError? { summary.error ?? narrowing.error ?? changesError }

  package var readAt: Date? { summary.readAt }

  package var isLoading: Bool { summary.reading != nil || narrowing.reading != nil }
}

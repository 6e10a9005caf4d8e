/// How a list of users is read past the 1,000 that a search reaches.
package enum UserListing: Hashable, Sendable, CaseIterable {
  /// By searches over ranges of `created_at`, none of which finds 1,000.
  ///
  /// Users that appear meanwhile may be missing. Where a single instant has 1,000 or more, its pages say
  /// so in ``Page/reach``, and those beyond are missing.
  case createdAtRanges
  /// By an export job, which has everybody and takes no search.
  case export
}

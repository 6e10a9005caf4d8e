/// Who waits for a call, where calls have to wait for the tenant's rate limit.
package enum CallPriority: Hashable, Sendable {
  /// Somebody looks at the screen: it goes first, and takes what is left at once.
  case person
  /// Nobody does: it is spread over time, and gives way; but a tenth of the turns is kept for it.
  case background
}

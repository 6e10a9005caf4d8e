/// Users who are given one role in chunks, where a chunk that is refused is split until the user it fails
/// on is named.
///
/// `POST /api/v2/roles/{id}/users` fails as a whole for one user that does not exist. The machine says
/// which chunk to send next and takes what came of it; it knows no network.
package struct UserChunks: Hashable, Sendable {
  /// Users of whom the tenant refused one by one, with what it said.
  package private(set) var refused: [Refusal] = []
  /// Users for whom it was accepted, or who held the role when a refused chunk was read again.
  package private(set) var settled: [UserID] = []
  /// Users of whom nobody knows: the answer was lost, and reading them is up to the caller.
  package private(set) var uncertain: [UserID] = []

  /// A user whom it fails on.
  package struct Refusal: Hashable, Sendable {
    /// Who.
    package var user: UserID
    /// What the tenant said.
    package var error: APIError
  }

  private var chunks: [[UserID]]

  /// Users in chunks of a size, in their order.
  package init(_ users: [UserID], size: Int = PlannedCall.userLimit) {
    let size = max(1, size)
    chunks = stride(from: 0, to: users.count, by: size).map {
      Array(users[$0..<min($0 + size, users.count)])
    }
    chunks.reverse()
  }

  /// What to send next; `nil` where nothing is left.
  package var next: [UserID]? { chunks.last }

  /// The chunk that was sent was accepted.
  package mutating func accept() {
    settled += chunks.popLast() ?? []
  }

  /// The chunk that was sent was refused, and its users were read again.
  ///
  /// A refusal that speaks of the token or the pace is no reason to split: the run pauses, and the chunk
  /// stays the next one.
  ///
  /// - Parameters:
  ///   - error: What the tenant said.
  ///   - holding: Who of the chunk holds the role now.
  package mutating func refuse(_ error: APIError, holding: Set<UserID>) {
    guard let chunk = chunks.popLast() else { return }
    settled += chunk.filter(holding.contains)
    let rest = chunk.filter { !holding.contains($0) }
    guard !rest.isEmpty else { return }
    guard !error.code.concernsRun else { return chunks.append(rest) }
    guard chunk.count > 1 else {
      refused += rest.map { Refusal(user: $0, error: error) }
      return
    }
    // One that is left of several is sent by itself: it may not be the one that it failed on.
    guard rest.count > 1 else { return chunks.append(rest) }
    // The first half is sent first.
    chunks.append(Array(rest[(rest.count / 2)...]))
    chunks.append(Array(rest[..<(rest.count / 2)]))
  }

  /// Nobody knows whether the chunk that was sent was carried out; its users were read again.
  ///
  /// - Parameter holding: Who of the chunk holds the role now; `nil` where that could not be read.
  package mutating func lose(holding: Set<UserID>?) {
    guard let chunk = chunks.popLast() else { return }
    settled += chunk.filter { holding?.contains($0) ?? false }
    uncertain += chunk.filter { !(holding?.contains($0) ?? false) }
  }
}

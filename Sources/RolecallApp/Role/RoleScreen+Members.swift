import AccessModel
import Canvas

extension RoleScreen {
  /// Reads who holds the role from the beginning; marks stay with those who still hold it.
  mutating func readMembers(_ turn: inout Turn) {
    turn.cancel(streaming)
    membersWaiting = nil
    isComplete = false
    streaming = turn.read(.roleMembers(id))
    isRestarting = membersReadAt != nil
    // Who was found by a reading that was ended may have left since.
    freshIDs = []
  }

  /// Takes the next members, or the end of them.
  mutating func takeMembers(_ reply: Reply, _ generation: Generation, _ turn: inout Turn) {
    switch reply {
    case .roleMembers(let page):
      if isRestarting {
        // What is shown stays until the new list begins, and nobody is kept who is not in it.
        freshIDs.formUnion(page.members.map(\.id))
      }
      members.append(page.members, visible: visibleRows(turn))
      membersError = nil
      membersReadAt = turn.now
      guard page.isLast else { return }
      streaming = nil
      isComplete = true
      if isRestarting {
        let gone = Set(members.members.map(\.id)).subtracting(freshIDs)
        members.remove(gone, visible: visibleRows(turn))
        isRestarting = false
        freshIDs = []
      }
    case .failed(let error):
      membersError = error
      if error.code == .rateLimited, error.retryAt != nil {
        membersWaiting = generation
        turn.perform(.wait(.seconds(1), .countdown(generation)))
      }
      streaming = nil
      isRestarting = false
      freshIDs = []
    default: break
    }
  }

  /// Takes what was found of members that were looked up.
  mutating func takeLookup(_ reply: Reply, _ turn: inout Turn) {
    guard let lookup else { return }
    self.lookup = nil
    switch reply {
    case .usersByID(let users):
      members.learn(users, askedFor: lookup.ids)
    case .failed(let error):
      // Columns stay empty, and nothing is marked by what is not known.
      lookupError = error
      if marking != nil {
        marking = nil
        turn.note(.problem, "Nobody was marked: the members could not be looked up.")
      }
    default: break
    }
  }

  /// Looks up members that are in view, or that are to be marked, a batch at a time.
  mutating func lookOn(_ turn: inout Turn) {
    guard lookup == nil, lookupError == nil, view == .users else { return }
    if var marking {
      var batch: [UserID] = []
      while marking.checked < marking.ids.count, batch.count < Self.lookupSize {
        let id = marking.ids[marking.checked]
        if !members.isLookedUp(id) { batch.append(id) }
        marking.checked += 1
      }
      self.marking = marking
      if batch.isEmpty {
        finishMarking(marking, &turn)
      } else {
        lookup = Lookup(generation: turn.read(.usersByID(batch)), ids: batch)
        return
      }
    }
    let rows = visibleRows(turn)
    let unknown = members.unknown(
      from: members.cursor.offset, atMost: Self.lookupSize, within: rows)
    guard !unknown.isEmpty else { return }
    lookup = Lookup(generation: turn.read(.usersByID(unknown)), ids: unknown)
  }

  /// Begins to look up the shown members, so that those who fit can be marked.
  mutating func mark(_ mark: MemberMark, _ turn: inout Turn) {
    marking = Marking(mark: mark, ids: members.shownIDs)
    lookupError = nil
    lookOn(&turn)
  }

  private mutating func finishMarking(_ marking: Marking, _ turn: inout Turn) {
    self.marking = nil
    let before = members.marks.count
    members.mark(marking.ids, fitting: marking.mark, at: turn.now)
    let added = members.marks.count - before
    let which = isComplete ? "" : " of those read so far"
    let unfound = marking.ids.count(where: members.unfound.contains)
    let rest = unfound == 0 ? "" : " \(unfound.of("member")) could not be looked up."
    turn.note(
      .information, "Marked \(added.of("member"))\(which): \(marking.mark.words).\(rest)")
  }
}

import AccessModel
import Canvas
import FoundationEssentials

/// The holders of a role as far as they have been read, what a filter leaves, and which are marked.
struct MemberList: Hashable, Sendable {
  /// The members read so far, in the tenant's order.
  private(set) var members: [RoleMember] = []
  /// What looking them up has brought.
  private(set) var details: [UserID: MemberDetail] = [:]
  /// Members that were looked up, and that the search does not know.
  private(set) var unfound: Set<UserID> = []
  /// What is typed into the filter.
  private(set) var field = TextField()
  /// Whether keys go to the filter.
  var isFieldFocused = false
  /// The numbers of the members that the filter leaves.
  private(set) var shown: [Int] = []
  /// Their ids, in the same order.
  private(set) var ids: [UserID] = []
  /// Where the person is.
  private(set) var cursor = ListCursor<UserID>()
  /// The members that are marked, whatever the filter leaves.
  private(set) var marks = Marks<UserID>()

  private var index = MemberIndex()
  private var known: Set<UserID> = []

  /// The member under the cursor.
  var current: RoleMember? { cursor.index(in: ids).map { members[shown[$0]] } }

  /// The members that the trash key acts on: the marked ones that are shown, else the one under the cursor.
  var chosen: [RoleMember] {
    guard marks.isEmpty else {
      return shown.lazy.map { members[$0] }.filter { marks.contains($0.id) }
    }
    return current.map { [$0] } ?? []
  }

  /// The ids of shown members within some rows that have not been looked up.
  func unknown(from row: Int, atMost count: Int, within rows: Int) -> [UserID] {
    let first = min(row, ids.count)
    let inView = ids[first..<min(first + rows, ids.count)]
    return Array(inView.lazy.filter { !isLookedUp($0) }.prefix(count))
  }

  /// Adds members that were read; one that is there already is not added again.
  mutating func append(_ more: [RoleMember], visible: Int) {
    let isFirst = members.isEmpty
    let before = members.count
    for member in more where known.insert(member.id).inserted {
      members.append(member)
      index.append([member.name ?? "", member.email ?? "", member.id.rawValue])
    }
    let added = Array(before..<members.count)
    let fitting = field.isEmpty ? added : index.numbers(matching: field.text, among: added)
    shown += fitting
    ids += fitting.map { members[$0].id }
    if isFirst { cursor.place(at: 0, in: ids, visible: visible) }
  }

  /// Takes members out that no longer hold the role.
  mutating func remove(_ gone: Set<UserID>, visible: Int) {
    guard !gone.isEmpty else { return }
    let left = members.filter { !gone.contains($0.id) }
    members = []
    index = MemberIndex()
    known = []
    marks.remove(gone)
    for member in left {
      known.insert(member.id)
      members.append(member)
      index.append([member.name ?? "", member.email ?? "", member.id.rawValue])
    }
    refilter(among: nil)
    cursor.follow(ids, visible: visible)
  }

  /// Takes what looking users up has brought; those that the search does not know stay without.
  mutating func learn(_ users: [User], askedFor ids: [UserID]) {
    for user in users { details[user.id] = MemberDetail(user) }
    unfound.formUnion(ids.filter { details[$0] == nil })
  }

  /// Whether a member has been looked up, whatever came of it.
  func isLookedUp(_ id: UserID) -> Bool { details[id] != nil || unfound.contains(id) }

  /// Forgets what looking up has brought, so that it is looked up again.
  mutating func forgetDetails() {
    details = [:]
    unfound = []
  }

  /// Moves the cursor.
  mutating func move(_ movement: Movement, visible: Int) {
    cursor.move(movement, in: ids, visible: visible)
  }

  /// Puts the cursor on a row.
  mutating func place(at row: Int, visible: Int) {
    cursor.place(at: row, in: ids, visible: visible)
  }

  /// Keeps the cursor's row in view.
  mutating func reveal(visible: Int) { cursor.reveal(in: ids, visible: visible) }

  /// Changes which members are marked.
  mutating func mark(_ step: MarkStep) { marks.change(step, at: cursor.current, in: ids) }

  /// Why marks cannot be changed so; `nil` where they can.
  func obstacle(to step: MarkStep) -> String? {
    marks.obstacle(to: step, at: cursor.current, in: ids)
  }

  /// Marks the members of the ids that fit.
  mutating func mark(_ ids: [UserID], fitting mark: MemberMark, at now: Date) {
    marks.add(ids.filter { details[$0].map { mark.fits($0, at: now) } ?? false })
    marks.follow(self.ids)
  }

  /// Takes a key into the filter.
  mutating func type(_ key: Key, visible: Int) {
    let before = field.text
    guard field.handle(key), field.text != before else { return }
    // What a longer text leaves is among what the shorter one left.
    let isNarrower = !before.isEmpty && field.text.hasPrefix(before)
    refilter(among: isNarrower ? shown : nil)
    begin(visible: visible)
  }

  /// Takes pasted text into the filter.
  mutating func paste(_ text: String, visible: Int) {
    field.paste(text)
    refilter(among: nil)
    begin(visible: visible)
  }

  /// Empties the filter; `false` where it was empty.
  mutating func clearFilter(visible: Int) -> Bool {
    isFieldFocused = false
    guard !field.isEmpty else { return false }
    field = TextField()
    refilter(among: nil)
    begin(visible: visible)
    return true
  }

  private mutating func refilter(among candidates: [Int]?) {
    shown = index.numbers(matching: field.text, among: candidates)
    ids = shown.map { members[$0].id }
    marks.follow(ids)
  }

  /// Stays on the cursor's row; where a filter hides it, begins at the first.
  private mutating func begin(visible: Int) {
    cursor.follow(ids, visible: visible)
    if cursor.current == nil { cursor.place(at: 0, in: ids, visible: visible) }
  }
}

import AccessModel
import Canvas
import FoundationEssentials

/// The holders of a role as far as they have been read, what a filter leaves, and which are marked.
///
/// Each has a number, its place among those read: of a hundred thousand the numbers can be filtered within a frame,
/// where their ids could not be copied. A number stays its member's, and is given out anew only by ``remove(_:visible:)``.
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
  /// Where the person is, by a member's number.
  private(set) var cursor = ListCursor<Int>()
  /// The members that are marked, by their numbers, whatever the filter leaves.
  private(set) var marks = Marks<Int>()

  private var index = MemberIndex()
  private var numbers: [UserID: Int] = [:]

  /// The member under the cursor.
  var current: RoleMember? { cursor.index(in: shown).map { members[shown[$0]] } }

  /// The ids of the members that the filter leaves.
  var shownIDs: [UserID] { shown.map { members[$0].id } }

  /// The ids of the members that are marked.
  var markedIDs: Set<UserID> { Set(marks.ids.map { members[$0].id }) }

  /// The members that the trash key acts on: the marked ones that are shown, else the one under the cursor.
  var chosen: [RoleMember] {
    guard marks.isEmpty else {
      return shown.filter(marks.contains).map { members[$0] }
    }
    return current.map { [$0] } ?? []
  }

  /// The ids of shown members within some rows that have not been looked up.
  func unknown(from row: Int, atMost count: Int, within rows: Int) -> [UserID] {
    let first = min(row, shown.count)
    let inView = shown[first..<min(first + rows, shown.count)].lazy.map { members[$0].id }
    return Array(inView.filter { !isLookedUp($0) }.prefix(count))
  }

  /// Adds members that were read; one that is there already is not added again.
  mutating func append(_ more: [RoleMember], visible: Int) {
    let isFirst = members.isEmpty
    let before = members.count
    for member in more { append(member) }
    let added = Array(before..<members.count)
    shown += field.isEmpty ? added : index.numbers(matching: field.text, among: added)
    if isFirst { cursor.place(at: 0, in: shown, visible: visible) }
  }

  private mutating func append(_ member: RoleMember) {
    guard numbers[member.id] == nil else { return }
    numbers[member.id] = members.count
    members.append(member)
    index.append([member.name ?? "", member.email ?? "", member.id.rawValue])
  }

  /// Takes members out that no longer hold the role.
  mutating func remove(_ gone: Set<UserID>, visible: Int) {
    guard !gone.isEmpty else { return }
    let before = members
    members = []
    index = MemberIndex()
    numbers = [:]
    for member in before where !gone.contains(member.id) { append(member) }
    cursor.rename { numbers[before[$0].id] }
    marks.rename { numbers[before[$0].id] }
    refilter(among: nil)
    cursor.follow(shown, visible: visible)
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
    cursor.move(movement, in: shown, visible: visible)
  }

  /// Puts the cursor on a row.
  mutating func place(at row: Int, visible: Int) {
    cursor.place(at: row, in: shown, visible: visible)
  }

  /// Keeps the cursor's row in view.
  mutating func reveal(visible: Int) { cursor.reveal(in: shown, visible: visible) }

  /// Changes which members are marked.
  mutating func mark(_ step: MarkStep) { marks.change(step, at: cursor.current, in: shown) }

  /// Why marks cannot be changed so; `nil` where they can.
  func obstacle(to step: MarkStep) -> String? {
    marks.obstacle(to: step, at: cursor.current, in: shown)
  }

  /// Marks the members of the ids that fit.
  mutating func mark(_ ids: [UserID], fitting mark: MemberMark, at now: Date) {
    marks.add(
      ids.filter { details[$0].map { mark.fits($0, at: now) } ?? false }.compactMap { numbers[$0] })
    marks.follow(shown)
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
    marks.follow(shown)
  }

  /// Stays on the cursor's row; where a filter hides it, begins at the first.
  private mutating func begin(visible: Int) {
    cursor.follow(shown, visible: visible)
    if cursor.current == nil { cursor.place(at: 0, in: shown, visible: visible) }
  }
}

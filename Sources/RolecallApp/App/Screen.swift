import AccessModel
import Canvas
import FoundationEssentials

/// What every screen can do, so that the app need not know which of them is in view.
///
/// A screen holds what it shows and what it waits for. It asks for reads through the turn, and is handed
/// every reply; those that it does not wait for it drops, by their generation.
protocol Screen: Hashable, Sendable {
  /// Where keys go while it is in view.
  var context: Action.Context { get }
  /// Where one is, such as "Users › Ana Lima".
  var place: [Span] { get }
  /// When what is shown was read; `nil` until then.
  var readAt: Date? { get }
  /// Whether anything is being read for it.
  var isLoading: Bool { get }
  /// Whether something is only chosen in it: it is left once what was chosen begins.
  var isChoice: Bool { get }
  /// How many of its rows are marked.
  var markedCount: Int { get }
  /// How many of the marked rows a filter hides; nothing acts on those.
  var hiddenMarkCount: Int { get }
  /// What the trash key is about here: the marked rows, else the one under the cursor.
  var trash: [Change] { get }
  /// Why the trash key has nothing to be about, where it has not.
  var obstacleToTrash: String { get }

  /// Comes into view again after other sections were.
  mutating func enter(_ turn: inout Turn)
  /// Gives its place to another section, and asks for nothing meanwhile.
  mutating func leave(_ turn: inout Turn)
  /// Reads what it shows first.
  mutating func open(_ turn: inout Turn)
  /// Reads again what has been read so far; what is shown stays meanwhile.
  mutating func refresh(_ turn: inout Turn)
  /// Ends what is being read; `false` where nothing was.
  mutating func cancelLoading(_ turn: inout Turn) -> Bool
  /// Takes a reply to a read, where it is one that it waits for.
  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn)
  /// A second of a countdown is over: reads again at its end.
  mutating func countDown(_ generation: Generation, _ turn: inout Turn)
  /// Takes what became of a plan.
  mutating func take(_ report: PlanReport, _ turn: inout Turn)

  /// Moves its cursor, or scrolls.
  mutating func move(_ movement: Movement, _ turn: inout Turn)
  /// Changes which of its rows are marked.
  mutating func mark(_ step: MarkStep, _ turn: inout Turn)
  /// Why marks cannot be changed so; `nil` where they can.
  func obstacle(to step: MarkStep) -> String?
  /// Takes a key that is no action's; only a field does.
  mutating func type(_ key: Key, _ turn: inout Turn)
  /// Takes pasted text; outside a field a paste is an accident, and none of its letters acts as a key.
  mutating func paste(_ text: String, _ turn: inout Turn)
  /// Typing has paused; the number tells the last key from those before, and from those of other fields.
  mutating func typingPaused(_ key: Generation, _ turn: inout Turn)
  /// Takes a click.
  mutating func click(_ position: Position, _ turn: inout Turn)
  /// Whether a place is a row that Enter opens.
  func opens(at position: Position, body: Rect) -> Bool
  /// Gives the keys to its field, or takes them back.
  mutating func focusFilter(_ isFocused: Bool)
  /// Shows everything again, where something narrows what is shown; `false` where nothing does.
  mutating func widen(_ turn: inout Turn) -> Bool
  /// Fits itself into another number of rows.
  mutating func resize(_ turn: inout Turn)

  /// Draws it between header and footer.
  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene)
}

extension Screen {
  var isChoice: Bool { false }
  var markedCount: Int { 0 }
  var hiddenMarkCount: Int { 0 }
  var trash: [Change] { [] }
  var obstacleToTrash: String { "nothing is under the cursor" }
  mutating func enter(_ turn: inout Turn) {}
  mutating func leave(_ turn: inout Turn) {}
  mutating func take(_ report: PlanReport, _ turn: inout Turn) {}
  mutating func mark(_ step: MarkStep, _ turn: inout Turn) {}
  func obstacle(to step: MarkStep) -> String? { "nothing can be marked here" }
  mutating func type(_ key: Key, _ turn: inout Turn) {}
  mutating func paste(_ text: String, _ turn: inout Turn) {}
  mutating func typingPaused(_ key: Generation, _ turn: inout Turn) {}
  func opens(at position: Position, body: Rect) -> Bool { false }
  mutating func focusFilter(_ isFocused: Bool) {}
  mutating func widen(_ turn: inout Turn) -> Bool { false }
}

import AccessModel
import Canvas
import FoundationEssentials

/// One update of the app, as a screen sees it: what is so around it, and what it asks to have done.
struct Turn {
  /// What time it is.
  let now: Date
  /// The rows and columns between header and footer.
  let body: Rect
  /// The last number given to a read.
  private(set) var lastGeneration: Int
  /// What is to be done outside.
  private(set) var effects: [Effect] = []
  /// What to tell the person.
  private(set) var notes: [(kind: Notice.Kind, text: String)] = []
  /// What the trash mark that was clicked is about.
  private var trash: [Change] = []

  init(now: Date, body: Rect, lastGeneration: Int) {
    self.now = now
    self.body = body
    self.lastGeneration = lastGeneration
  }

  /// Asks the tenant, and says which generation the answer will bear.
  mutating func read(_ read: Read) -> Generation {
    lastGeneration += 1
    let generation = Generation(lastGeneration)
    effects.append(.read(read, generation))
    return generation
  }

  /// Waits for a pause in typing, and says which number the pause will bear.
  mutating func awaitPauseInTyping() -> Generation {
    lastGeneration += 1
    let generation = Generation(lastGeneration)
    effects.append(.wait(.milliseconds(250), .typing(generation)))
    return generation
  }

  /// Says that nobody waits for a read any more.
  mutating func cancel(_ generation: Generation?) {
    guard let generation else { return }
    effects.append(.cancel(generation))
  }

  /// Asks for anything else.
  mutating func perform(_ effect: Effect) {
    effects.append(effect)
  }

  /// Says that the trash mark of a row was clicked, which is about this row alone.
  mutating func trash(_ change: Change) { trash = [change] }

  /// What the trash mark that was clicked is about; asked for once.
  mutating func takeTrash() -> [Change] {
    defer { trash = [] }
    return trash
  }

  /// Takes over what another turn asked for.
  mutating func merge(_ other: Turn) {
    lastGeneration = max(lastGeneration, other.lastGeneration)
    effects += other.effects
    notes += other.notes
  }

  /// Tells the person something.
  mutating func note(_ kind: Notice.Kind, _ text: String) {
    notes.append((kind, text))
  }
}

import Canvas

/// A dialog that counts what reaches it, before it is armed and after.
struct FixtureDialog {
  private(set) var isOpen = false
  private(set) var isArmed = false
  private var revision = 0
  private var keysBefore = 0
  private var answer = "none"

  /// What must be true before a key may act on it.
  var hold: InputHold? { isOpen ? InputHold(revision: revision) : nil }

  /// What it shows of itself.
  var shown: String {
    let state = isOpen ? (isArmed ? "armed" : "unarmed") : "closed"
    return "\(state) \(revision), keys before \(keysBefore), answer \(answer)"
  }

  mutating func open() {
    isOpen = true
    isArmed = false
    revision += 1
  }

  mutating func settle(_ hold: InputHold) {
    if hold == self.hold { isArmed = true }
  }

  mutating func press(_ key: Key) {
    switch key {
    case .escape:
      isOpen = false
    case .character("r"):
      // Other content: it must settle again.
      open()
    case .character("y") where isArmed:
      answer = "yes"
      isOpen = false
    default:
      if !isArmed { keysBefore += 1 }
    }
  }
}

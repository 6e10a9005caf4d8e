package import AccessModel
package import Canvas
package import FoundationEssentials
package import RequestCode

/// The whole program as a value: what it knows, what it shows, what it waits for.
package struct App: Hashable, Sendable {
  /// The tenant, once it may be asked.
  package internal(set) var session: Session?
  /// What stands where the tenant's domain will, before it is known.
  package let title: String
  /// What names this run of the program: the beginning of each plan's id.
  package let run: String
  /// Why the tenant cannot be opened.
  package internal(set) var openingFailure: Explanation?
  /// The screens the person went through, at least one; the last is in view.
  package internal(set) var path: [OpenScreen]
  /// The question about one user that is open.
  package internal(set) var dialog: RemovalDialog?
  /// The question about a plan of many that is open; never both.
  package internal(set) var planDialog: PlanDialog?
  /// The first line in view of the help, where it is open.
  package internal(set) var helpScroll: Int?
  /// What just happened.
  package internal(set) var notice: Notice?
  /// The run that is under way, or was the last one.
  package internal(set) var lastRun: ActiveRun?
  /// Whether to end once the plan that runs has ended.
  package internal(set) var isEndingAfterRun = false
  /// The run that a key takes back for a while.
  package internal(set) var undoOffer: OfferedUndo?
  /// What is read before a run on record can be taken back, repeated or gone on with.
  package internal(set) var revisiting: Revisiting?
  /// Whether quitting was asked for while a run is under way, and has to be asked for again.
  package internal(set) var isAskingToQuit = false
  /// Whether stopping a run for good was asked for, and has to be asked for again.
  package internal(set) var isAskingToStop = false
  /// Whether the program has come to its end.
  package internal(set) var isFinished = false
  /// Which language calls are shown in.
  package internal(set) var codeLanguage = CodeLanguage.curl
  /// What is left of the rate limit.
  package internal(set) var rateLimit: RateLimit?
  /// How large the terminal is.
  package internal(set) var size: Size
  /// What time it is.
  package internal(set) var now: Date
  /// How far the local clock is ahead of UTC, in seconds.
  package internal(set) var secondsFromUTC = 0
  /// How roles of style look.
  package let theme: Theme

  /// The lists of the sections that are not in view, as they were left.
  var shelf: [OpenScreen] = []
  var lastGeneration = 0
  var lastNumber = 0
  var plansMade = 0

  /// The program before anything has happened.
  ///
  /// - Parameters:
  ///   - session: The tenant, where it is known from the start.
  ///   - title: What to call the tenant until it is known.
  ///   - user: A user to open at once, above the list.
  ///   - run: A text that no other run of the program has, for the ids of plans.
  ///   - now: What time it is.
  ///   - size: How large the terminal is.
  ///   - theme: How roles of style look.
  package init(
    session: Session?, title: String, user: UserID? = nil, run: String, now: Date, size: Size,
    theme: Theme
  ) {
    self.session = session
    self.title = title
    self.run = run
    self.now = now
    self.size = size
    self.theme = theme
    path = [OpenScreen(UsersScreen())]
    if let user { path.append(OpenScreen(UserScreen(id: user))) }
  }

  /// What a person needs to see to use the program at all.
  package static let smallest = Size(columns: 40, rows: 12)

  /// Whether the terminal is too small to show anything in.
  package var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }
}

import AccessModel
import ArgumentParser
import Canvas
import Effects
import FoundationEssentials
import Glibc
import RolecallApp
import Terminal

/// The screens from beginning to end: the terminal, the app, and what it asks for, put together.
///
/// The first frame is painted before anything is asked of a network; the tenant is opened beside it.
struct ScreenSession {
  /// What the program takes from around it.
  let surroundings: Surroundings
  /// The tenant, where it is known before anything runs.
  let session: AccessModel.Session?
  /// What to call the tenant until it is known.
  let title: String
  /// A user to open at once.
  let user: UserID?

  init(
    surroundings: Surroundings, session: AccessModel.Session? = nil, title: String,
    user: UserID? = nil
  ) {
    self.surroundings = surroundings
    self.session = session
    self.title = title
    self.user = user
  }

  /// Refuses to go on where there is no terminal to show screens on; asked before anything else is.
  ///
  /// - Throws: `CommandFailure` that names the commands which need none.
  static func requireTerminal() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(
        status: CommandFailure.wrongCall,
        "\(ScreenError(.notATerminal)) For scripts: rolecall users list, rolecall users show,"
          + " rolecall tenant serve.")
    }
  }

  /// Shows the screens until the person is done.
  ///
  /// - Parameter open: Opens the tenant and runs the effects on it; runs beside the screens.
  /// - Throws: `CommandFailure` where there is no terminal to show them on.
  func run(_ open: @escaping @Sendable (EffectRunner) async -> Void) throws {
    let (screen, mailbox) = try openScreen()
    var app = App(
      session: session, title: title, user: user, run: surroundings.runName,
      now: surroundings.now, size: screen.size,
      theme: .choosing(environment: surroundings.environment, colors: screen.colors))
    // What needs no network is shown before anything is started that does.
    screen.paint(app.view(size: screen.size))

    let runner = EffectRunner(pause: Surroundings.pause) { mailbox.post($0) }
    let background = BackgroundTask { await open(runner) }
    for effect in app.start() { runner.perform(effect) }
    let end = Result {
      try TerminalLoop.run(
        &app, on: screen, mailbox: mailbox,
        clock: { .clock(surroundings.now, secondsFromUTC: surroundings.secondsFromUTC) },
        perform: { effect, screen in
          switch effect {
          case .copy(let text): screen.copyToClipboard(text)
          case .suspend: screen.suspend()
          case .read, .cancel, .run, .undo, .retry, .resume, .pauseRun, .goOn, .stopRun, .leaveRun,
            .writePlan, .exportRun, .wait:
            runner.perform(effect)
          }
        })
    }
    screen.close()
    if let running = app.running {
      // Of many changes only those on their way are waited for; the others can be resumed.
      if !running.isSmall { runner.perform(.leaveRun(running.plan.id)) }
      StandardError.print("rolecall: finishing the removal that is under way …")
    }
    runner.finish()
    try background.value()
    try conclude(end, app: app, mailbox: mailbox)
  }

  private func openScreen() throws -> (Screen, Mailbox<Message>) {
    do {
      return (try Screen(), try Mailbox())
    } catch  where error.code == .notATerminal {
      throw CommandFailure(
        status: CommandFailure.wrongCall,
        "\(error) For scripts: rolecall users list, rolecall users show, rolecall tenant serve.")
    } catch {
      throw CommandFailure(status: CommandFailure.wrongCall, "\(error)")
    }
  }

  /// Says what became of a plan that outlived the screens, and ends as the loop did.
  private func conclude(
    _ end: Result<LoopEnd, any Error>, app: App, mailbox: Mailbox<Message>
  ) throws {
    var app = app
    // A person who quit meanwhile has not seen what became of it either.
    if app.running != nil || app.isEndingAfterRun {
      for message in mailbox.drain() { _ = app.update(message) }
      if let notice = app.notice { StandardError.print("rolecall: \(notice.text)") }
    }
    switch try end.get() {
    case .finished:
      // Nobody is at the screen any more to read it: the status has to say it as well.
      if app.isEndingAfterRun, app.notice?.kind == .problem { throw ExitCode(1) }
    case .terminalLost:
      throw CommandFailure(status: 130, "the terminal has gone away.")
    case .signal(let number):
      // The parent shall see that it was the signal.
      signal(number, SIG_DFL)
      raise(number)
    }
  }
}

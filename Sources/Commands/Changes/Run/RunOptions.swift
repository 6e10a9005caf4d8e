import AccessModel
import ArgumentParser

/// How a plan is confirmed and carried out.
struct RunOptions: ParsableArguments {
  @Flag(help: "Answer what is asked with yes, as far as that suffices.") var yes = false
  @Option(help: "The name that has to be typed: the tenant's, or the role's.")
  var confirm: String?
  @Option(help: "Why; it is kept in the journal.") var reason = ""
  @Option(
    help: "How much of the tenant's rate limit to take, in percent; the rest is left to others.")
  var share = 75
  @Flag(help: "Read what it costs user by user, however many there are.") var checkAll = false
  @Flag(help: "Print JSON: one object with what became of each change.") var json = false

  mutating func validate() throws {
    guard (1...100).contains(share) else { throw ValidationError("--share takes 1 to 100.") }
  }

  /// What the command line says towards the question.
  func confirmation(isInteractive: Bool) -> CommandConfirmation {
    CommandConfirmation(isYes: yes, name: confirm, reason: reason, isInteractive: isInteractive)
  }
}

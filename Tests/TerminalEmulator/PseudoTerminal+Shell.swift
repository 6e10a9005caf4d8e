import Testing

extension PseudoTerminal {
  /// What the shell of ``shell(environment:columns:rows:)`` shows when it waits for a command.
  package static let prompt = "ready-for-command>"

  /// Starts an interactive shell, so that a program below it can be stopped and continued.
  ///
  /// A program that leads its own session cannot: nobody could continue it, and the kernel ignores the
  /// request.
  package static func shell(
    environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let settings = ["PS1": prompt + " ", "HISTFILE": "", "PATH": "/usr/bin:/bin"]
    let terminal = try PseudoTerminal(
      path: "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: settings.merging(environment) { $1 }, columns: columns, rows: rows)
    try terminal.wait(for: prompt)
    return terminal
  }
}

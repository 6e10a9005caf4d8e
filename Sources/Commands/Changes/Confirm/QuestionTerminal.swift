import Canvas
import Dispatch
import Glibc

/// Somebody who can be asked a question, a line at a time.
protocol Questioning: Sendable {
  /// Asks, and gives the line that was typed; `nil` where none came.
  func answer(to question: String) async -> String?
}

/// The terminal of standard input and standard error.
struct QuestionTerminal: Questioning {
  /// Whether somebody is there: standard input and standard error are a terminal.
  static var isThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  func answer(to question: String) async -> String? {
    // What was typed before the question could be read does not answer it.
    tcflush(STDIN_FILENO, TCIFLUSH)
    var stream = StandardError()
    Swift.print(CellText(question).visible, terminator: " ", to: &stream)
    // A thread that waits for a person is none of those that tasks run on.
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: readLine()) }
    }
  }
}

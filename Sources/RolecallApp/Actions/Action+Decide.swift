import AccessModel
import Canvas

extension Action {
  /// What keys do where a person decides what is done about changes of which nobody knows.
  static let whileDeciding: [Action] = [
    Action(
      .sendUndecided, "Send the change again", hint: "send again", keys: [.character("s")],
      in: [.decide], obstacle: { $0.obstacleToAnswering }),
    Action(
      .leaveUndecided, "Leave it as it is", hint: "leave as is", keys: [.character("l")],
      in: [.decide], obstacle: { $0.obstacleToAnswering }),
    Action(
      .goOnDecided, "Go on: ask about what was decided", hint: "go on", keys: [.enter],
      in: [.decide], obstacle: { $0.obstacleToDeciding }),
    Action(
      .sendAllUndecided, "Send all that are shown again", hint: "send all", keys: [.character("S")],
      in: [.decide], obstacle: { $0.obstacleToAnswering }),
    Action(
      .leaveAllUndecided, "Leave all that are shown as they are", hint: "leave all",
      keys: [.character("L")], in: [.decide], obstacle: { $0.obstacleToAnswering }),
  ]
}

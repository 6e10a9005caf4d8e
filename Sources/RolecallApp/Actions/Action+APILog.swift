import AccessModel
import Canvas

extension Action {
  /// What keys do in the log of the API's calls.
  static let inAPILog: [Action] = [
    Action(
      .openCall, "Show the call whole", hint: "open", keys: [.enter, .character("l")],
      in: [.apiLog],
      obstacle: { $0.callInView == nil ? "no call is under the cursor" : nil })
  ]
}

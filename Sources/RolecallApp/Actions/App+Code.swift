import AccessModel
import RequestCode

extension App {
  /// The call that is shown as code, and what it is called; `nil` where there is none.
  var callAsCode: (request: CodeRequest, what: String)? {
    guard let session else { return nil }
    let domain = session.tenant.domain
    if let call = callInView {
      return CodeRequest(call, domain: domain).map { ($0, "the call") }
    }
    if let change = changeInView { return (CodeRequest(change, domain: domain), "the change") }
    guard let screen = userScreen, !screen.chosenRoles.isEmpty else { return nil }
    return (
      .removal(of: screen.chosenRoles.map(\.id), from: screen.id, domain: domain), "the removal"
    )
  }

  /// Why no call can be shown as code now; `nil` where one can.
  var obstacleToCopyingCode: String? {
    guard callAsCode == nil else { return nil }
    if session == nil { return "the tenant is not open yet" }
    if let call = callInView {
      return call.operation == .getToken
        ? "getting a token takes a secret, which no code shows"
        : "what this call sent is not kept here; its run shows it, under Changes"
    }
    if let screen = userScreen {
      return screen.currentHeld?.obstacle ?? "no role is under the cursor"
    }
    return path.last?.as(APILogScreen.self) == nil
      ? "no change is under the cursor" : "no call is under the cursor"
  }

  /// The change under the cursor of a run, under way or on record.
  var changeInView: Change? {
    if let record = recordScreen?.current?.change?.record { return try? record.change() }
    guard let screen = path.last?.as(RunScreen.self), let run = lastRun, run.plan.id == screen.plan,
      let place = screen.place(in: run), run.plan.changes.indices.contains(place)
    else { return nil }
    return run.plan.changes[place]
  }

  /// The call that is shown whole, or that is under the cursor of the log.
  var callInView: APICall? {
    path.last?.as(APICallScreen.self)?.call ?? path.last?.as(APILogScreen.self)?.current
  }
}

import AccessModel
import FoundationEssentials

extension ManagementClient {
  /// The tenant's answer, whatever its status, and the token that the call bore: after its turn, and after
  /// as many tries as are safe and the caller has patience for.
  func answer(to request: Request) async throws -> (Answer, AccessToken) {
    let deadline = pipeline.scheduler.now() + patience / .seconds(1)
    var retrying = Retrying(isPatient: patience > .zero, isRepeatable: request.isRepeatable)
    var renewed: AccessToken?
    var refusal: (Answer, AccessToken)?
    var attempt = 0
    while true {
      attempt += 1
      try Task.checkCancellation()
      let turn: RateLimitSchedule.Turn
      do {
        turn = try await self.turn(for: request.operation, deadline)
      } catch let error as RateLimitScheduler.TooLate {
        // What the tenant said last stands; else what it would say.
        if let refusal { return refusal }
        throw APIError(
          .rateLimited, request.operation,
          retryAt: pipeline.transport.now().addingTimeInterval(error.delay))
      }
      let (token, outcome) = try await exchange(request, renewed, turn, attempt: attempt)
      let step = outcome.step(&retrying, chance: pipeline.chance())
      if case .success(let answer) = outcome { refusal = (answer, token) }
      switch step {
      case .settle:
        break
      case .awaitTurn:
        continue
      case .renewToken:
        renewed = try await pipeline.tokens.token(replacing: token)
        if renewed != nil { continue }
      case .pause(let pause):
        if pipeline.scheduler.now() + pause / .seconds(1) <= deadline {
          try await pipeline.transport.clock.sleep(for: pause)
          continue
        }
      }
      return (try outcome.get(), token)
    }
  }

  /// Sends a request once, in its turn, which ends with it.
  private func exchange(
    _ request: Request, _ renewed: AccessToken?, _ turn: RateLimitSchedule.Turn, attempt: Int
  ) async throws -> (AccessToken, Result<Answer, APIError>) {
    defer { pipeline.scheduler.lose(turn) }
    let token: AccessToken
    if let renewed { token = renewed } else { token = try await pipeline.tokens.token() }
    do {
      return (token, .success(try await send(request, token, turn, attempt: attempt)))
    } catch let error as APIError {
      return (token, .failure(error))
    }
  }

  private func turn(
    for operation: Operation, _ deadline: Seconds
  ) async throws -> RateLimitSchedule.Turn {
    guard patience > .zero else {
      return pipeline.scheduler.turnNow(for: operation, priority: priority, share: share)
    }
    return try await pipeline.scheduler.turn(
      for: operation, priority: priority, share: share, deadline: deadline)
  }

  /// Sends a request once, and notes what came of it.
  private func send(
    _ request: Request, _ token: AccessToken, _ turn: RateLimitSchedule.Turn, attempt: Int
  ) async throws -> Answer {
    let started = pipeline.transport.now()
    let start = pipeline.scheduler.now()
    func note(status: Int?, failure: String?, remaining: Int?) {
      pipeline.log.note(
        APICall(
          number: 0, operation: request.operation, method: request.method.rawValue,
          path: request.redactedTarget,
          query: request.query.map { APICall.QueryItem($0.name, $0.value) },
          hasBody: request.body != nil, startedAt: started,
          duration: .seconds(pipeline.scheduler.now() - start), attempt: attempt, status: status,
          failure: failure, remaining: remaining, correlation: request.correlation))
    }
    let pipeline = pipeline
    do {
      let answer = try await pipeline.transport.answer(to: request, bearing: token) { head in
        // Whether a refusal is for all calls stands in its body.
        if head.status != 429 { pipeline.scheduler.take(head.rateLimitReading, for: turn) }
        if var limit = head.rateLimit {
          limit.waiting = pipeline.scheduler.waiting
          limit.refillPerSecond = pipeline.scheduler.refillPerSecond(of: request.operation)
          pipeline.observer(limit)
        }
      }
      if answer.status == 429 { pipeline.scheduler.take(answer.rateLimitReading, for: turn) }
      note(status: answer.status, failure: nil, remaining: answer.rateLimit?.remaining)
      return answer
    } catch {
      let code = (error as? APIError)?.code.rawValue ?? "cancelled"
      note(status: nil, failure: code, remaining: nil)
      throw error
    }
  }
}

extension Result<Answer, APIError> {
  /// What comes after this.
  fileprivate func step(_ retrying: inout Retrying, chance: Double) -> Retrying.Step {
    switch self {
    case .success(let answer): retrying.step(after: answer, chance: chance)
    case .failure(let error): retrying.step(after: error.code, chance: chance)
    }
  }
}

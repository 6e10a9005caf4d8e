extension Route {
  /// A user's sessions and refresh tokens.
  static let devices = [
    Route(.get, "/users/{user_id}/sessions", .anyOf(["read:sessions"])) {
      call, store throws(APIError) in
      try store.checkPlan()
      let now = store.now
      let (sessions, settings) = try call.user(in: store) { state, user in
        (state.devices.sessions(of: user, at: now, state.settings), state.settings)
      }
      return try call.checkpoint.answer(sessions, as: "sessions", id: \.id) { $0.json(settings) }
    },
    Route(
      .delete, "/users/{user_id}/sessions", .anyOf(["delete:sessions"]), "Delete sessions for user"
    ) { call, store throws(APIError) in
      try store.checkPlan()
      let id = try call.userID()
      try store.endAccess(of: id, tokens: false)
      return .accepted
    },
    Route(.get, "/users/{user_id}/refresh-tokens", .anyOf(["read:refresh_tokens"])) {
      call, store throws(APIError) in
      try store.checkPlan()
      let now = store.now
      let tokens = try call.user(in: store) { $0.devices.tokens(of: $1, at: now) }
      return try call.checkpoint.answer(tokens, as: "tokens", id: \.id, json: \.json)
    },
    Route(
      .delete, "/users/{user_id}/refresh-tokens", .anyOf(["delete:refresh_tokens"]),
      "Delete refresh tokens for user"
    ) { call, store throws(APIError) in
      try store.checkPlan()
      let id = try call.userID()
      try store.endAccess(of: id, sessions: false)
      return .accepted
    },
    Route(
      .post, "/users/{id}/revoke-access", .allOf(["delete:sessions", "delete:refresh_tokens"]),
      "Revokes selected resources for a user"
    ) { call, store throws(APIError) in
      try store.checkPlan()
      let id = try call.userID()
      let body = try call.bodyObject(["session_id", "preserve_refresh_tokens"], allowsNone: true)
      let sessionID = try body.string("session_id", in: 1...50)
      let keepsTokens = try body.bool("preserve_refresh_tokens") ?? false
      try store.endAccess(of: id, ofSession: sessionID, tokens: !keepsTokens)
      return APIAnswer(status: 202)
    },
  ]
}

extension TenantStore {
  /// Checks that the tenant's subscription has sessions and refresh tokens.
  fileprivate func checkPlan() throws(APIError) {
    guard configuration.unknowns.sessionsNeedEnterprise, configuration.subscription != .enterprise
    else { return }
    throw APIError(
      .forbidden, "The account is not allowed to perform this operation.",
      code: "operation_not_supported")
  }

  /// Ends a user's sessions and takes the refresh tokens away, or those of one session alone.
  fileprivate func endAccess(
    of userID: String, ofSession sessionID: String? = nil, sessions: Bool = true,
    tokens: Bool = true
  ) throws(APIError) {
    let lag = configuration.unknowns.revocationLag
    let moment = Timestamp(milliseconds: now.milliseconds + lag.milliseconds)
    try write { state throws(APIError) in
      guard let user = state.directory[userID] else { throw .inexistentUser }
      if sessions {
        state.devices.endSessions(of: user, at: moment) { sessionID == nil || $0.id == sessionID }
      }
      if tokens {
        state.devices.revokeTokens(of: user, at: moment) {
          sessionID == nil || $0.sessionID == sessionID
        }
      }
    }
  }
}

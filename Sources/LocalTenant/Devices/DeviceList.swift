/// The sessions and refresh tokens of all users.
///
/// Those of a user whom nobody touched are not kept: they follow from the user, so that a tenant
/// of 200,000 costs no more than one of ten.
struct DeviceList: Sendable, Codable {
  /// The sessions of those users who lost some, with the moments when they did.
  private(set) var sessions: [String: [Session]] = [:]
  /// The refresh tokens of those users who lost some, with the moments when they did.
  private(set) var tokens: [String: [RefreshToken]] = [:]

  init(sessions: [String: [Session]] = [:], tokens: [String: [RefreshToken]] = [:]) {
    self.sessions = sessions
    self.tokens = tokens
  }

  /// A user's sessions that have not ended, neither of themselves nor on demand.
  func sessions(of user: User, at now: Timestamp, _ settings: TenantSettings) -> [Session] {
    (sessions[user.id] ?? Session.seeded(user)).filter { session in
      [session.expiresAt(settings), session.idleExpiresAt(settings), session.endedAt]
        .allSatisfy { $0.map { now < $0 } ?? true }
    }
  }

  /// A user's refresh tokens that are not taken away.
  func tokens(of user: User, at now: Timestamp) -> [RefreshToken] {
    (tokens[user.id] ?? RefreshToken.seeded(user)).filter { token in
      token.revokedAt.map { now < $0 } ?? true
    }
  }

  /// Ends those of a user's sessions that a condition names, at a moment that may yet come.
  mutating func endSessions(
    of user: User, at moment: Timestamp, where isEnded: (Session) -> Bool
  ) {
    sessions[user.id] = (sessions[user.id] ?? Session.seeded(user)).map { session in
      guard isEnded(session) else { return session }
      var session = session
      session.endedAt = min(session.endedAt ?? moment, moment)
      return session
    }
  }

  /// Takes away those of a user's refresh tokens that a condition names, at a moment that may yet
  /// come.
  mutating func revokeTokens(
    of user: User, at moment: Timestamp, where isGone: (RefreshToken) -> Bool
  ) {
    tokens[user.id] = (tokens[user.id] ?? RefreshToken.seeded(user)).map { token in
      guard isGone(token) else { return token }
      var token = token
      token.revokedAt = min(token.revokedAt ?? moment, moment)
      return token
    }
  }

  /// Drops what is known of a user who is gone.
  mutating func forget(_ userID: String) {
    sessions[userID] = nil
    tokens[userID] = nil
  }
}

package import AccessModel

/// Where a user is signed in: the sessions in browsers, and the refresh tokens that applications hold.
package struct UserDevices: Hashable, Sendable {
  /// A row of the list.
  package enum Row: Hashable, Sendable, Identifiable {
    case session(UserSession)
    case token(RefreshToken)

    /// What tells rows apart: a session and a token may have the same id.
    package struct ID: Hashable, Sendable {
      package var isSession: Bool
      package var text: String

      /// A row's id.
      package init(isSession: Bool, text: String) {
        self.isSession = isSession
        self.text = text
      }
    }

    package var id: ID {
      switch self {
      case .session(let session): ID(isSession: true, text: session.id)
      case .token(let token): ID(isSession: false, text: token.id)
      }
    }
  }

  /// The sessions.
  package internal(set) var sessions = Loadable<[UserSession]>()
  /// The refresh tokens.
  package internal(set) var tokens = Loadable<[RefreshToken]>()
  /// The sessions and below them the tokens.
  package private(set) var rows: [Row] = []
  /// The ids of the rows.
  private(set) var ids: [Row.ID] = []
  /// Where the person is.
  var cursor = ListCursor<Row.ID>()

  /// The row under the cursor.
  package var current: Row? { cursor.index(in: ids).map { rows[$0] } }

  /// Whether nothing of it has been asked for.
  var isUntouched: Bool { sessions.isUntouched && tokens.isUntouched }

  /// Whether any of it is being read.
  var isReading: Bool { sessions.reading != nil || tokens.reading != nil }

  /// Why nothing of it could be read; `nil` where something could.
  var error: APIError? { tokens.error == nil ? nil : sessions.error }

  /// How many sessions and tokens there are; `nil` while not all of that is known.
  var count: Int? { sessions.value == nil || tokens.value == nil ? nil : rows.count }

  /// What could not be read, each in a line.
  var unknown: [String] {
    guard error == nil else { return [] }
    return [
      sessions.error.map { "Sessions: \(UserGroups.words($0, .listUserSessions))" },
      tokens.error.map { "Refresh tokens: \(UserGroups.words($0, .listUserRefreshTokens))" },
    ].compactMap(\.self)
  }

  /// Reads both anew; what is known stays meanwhile.
  mutating func read(of user: UserID, _ turn: inout Turn) {
    abandon(&turn)
    sessions.begin(turn.read(.userSessions(user)))
    tokens.begin(turn.read(.refreshTokens(user)))
  }

  /// Forgets the reads under way.
  mutating func abandon(_ turn: inout Turn) {
    turn.cancel(sessions.reading)
    turn.cancel(tokens.reading)
    sessions.abandon()
    tokens.abandon()
  }

  /// Takes a reply; `false` where it waits for no such.
  mutating func take(
    _ reply: Reply, for generation: Generation, visible: Int, _ turn: inout Turn
  ) -> Bool {
    // Which of the two comes first nobody chose: whoever has not moved is at the top of both.
    let isAtTop = (cursor.index(in: ids) ?? 0) == 0
    if sessions.reading == generation {
      if case .userSessions(let read) = reply { sessions.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { sessions.fail(error) }
    } else if tokens.reading == generation {
      if case .refreshTokens(let read) = reply { tokens.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { tokens.fail(error) }
    } else {
      return false
    }
    rows =
      (sessions.value ?? []).map(Row.session) + (tokens.value ?? []).map(Row.token)
    ids = rows.map(\.id)
    cursor.follow(ids, visible: visible)
    if isAtTop { cursor.place(at: 0, in: ids, visible: visible) }
    return true
  }
}

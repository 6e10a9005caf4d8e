extension Session {
  private static let userAgents = [
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_5) AppleWebKit/605.1.15 Safari/605.1.15",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
  ]

  /// The sessions that a user would have who signed in when this one did: up to three.
  static func seeded(_ user: User) -> [Session] {
    guard let lastLogin = user.lastLogin else { return [] }
    var random = SplitMix64(seed: user.fingerprint)
    return (0..<(1 + random.below(3))).map { number in
      let created = lastLogin.advanced(bySeconds: -Int64(number) * 7 * 3600)
      return Session(
        id: random.text(20, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
        userID: user.id, createdAt: max(created, user.createdAt), lastInteractedAt: lastLogin,
        ip: user.lastIP ?? "203.0.113.1", userAgent: random.pick(userAgents),
        clientIDs: [random.pick(ClientApplication.seeded).id])
    }
  }
}

extension RefreshToken {
  /// The refresh tokens that a user would have who signed in when this one did: up to three.
  static func seeded(_ user: User) -> [RefreshToken] {
    guard let lastLogin = user.lastLogin else { return [] }
    let session = Session.seeded(user).first
    var random = SplitMix64(seed: ~user.fingerprint)
    return (0..<random.below(4)).map { number in
      let created = lastLogin.advanced(bySeconds: -Int64(number) * 9 * 86_400)
      return RefreshToken(
        id: random.text(24, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
        userID: user.id, createdAt: max(created, user.createdAt), lastExchangedAt: lastLogin,
        clientID: random.pick(ClientApplication.seeded).id,
        sessionID: number == 0 ? session?.id : nil,
        audience: random.pick([ResourceServer.Acme.billing, ResourceServer.Acme.people]),
        ip: user.lastIP ?? "203.0.113.1", userAgent: session?.userAgent ?? "okhttp/5.1.0")
    }
  }
}

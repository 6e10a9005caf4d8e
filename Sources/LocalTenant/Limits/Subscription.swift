extension TenantConfiguration {
  /// Auth0's subscriptions, as far as the Management API's rate limit tells them apart.
  package enum Subscription: String, Sendable, CaseIterable {
    /// 2 calls at once, 2 a second.
    case free
    /// 10 calls at once, 150 a minute.
    case essentials
    /// 50 calls at once, 16 a second.
    case enterprise

    /// The calls that may come at once.
    package var burst: Int {
      switch self {
      case .free: 2
      case .essentials: 10
      case .enterprise: 50
      }
    }

    /// The calls a second that can be kept up.
    package var rate: Double {
      switch self {
      case .free: 2
      case .essentials: 2.5
      case .enterprise: 16
      }
    }
  }
}

/// The machine that a session or a refresh token was made on, and the one it was last used from.
package struct Device: Hashable, Sendable, Decodable {
  package var initialUserAgent: String?
  /// The address (IP) at first.
  package var initialAddress: String?
  package var lastUserAgent: String?
  /// The address (IP) at last.
  package var lastAddress: String?

  /// A device from its parts.
  package init(
    initialUserAgent: String? = nil, initialAddress: String? = nil, lastUserAgent: String? = nil,
    lastAddress: String? = nil
  ) {
    self.initialUserAgent = initialUserAgent
    self.initialAddress = initialAddress
    self.lastUserAgent = lastUserAgent
    self.lastAddress = lastAddress
  }

  private enum CodingKeys: String, CodingKey {
    case initialUserAgent = "initial_user_agent"
    case initialAddress = "initial_ip"
    case lastUserAgent = "last_user_agent"
    case lastAddress = "last_ip"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    initialUserAgent = container.tolerantly(String.self, .initialUserAgent)
    initialAddress = container.tolerantly(String.self, .initialAddress)
    lastUserAgent = container.tolerantly(String.self, .lastUserAgent)
    lastAddress = container.tolerantly(String.self, .lastAddress)
  }
}

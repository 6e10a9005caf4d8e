/// A tenant, as it is named to people and addressed in calls.
package struct Tenant: Hashable, Sendable {
  /// The domain, with a port on this machine: `acme-prod.eu.auth0.com`, `127.0.0.1:4400`.
  package var domain: String
  /// Whether mistakes here hurt: everywhere but on this machine, unless it is marked otherwise.
  package var isProduction: Bool

  /// A tenant at a domain.
  package init(domain: String, isProduction: Bool) {
    self.domain = domain
    self.isProduction = isProduction
  }

  /// What to type to confirm a change of many: the domain's first label, or the whole of an address.
  package var name: String {
    guard !isOnLoopback else { return domain }
    return domain.split(separator: ".", maxSplits: 1).first.map(String.init) ?? domain
  }

  /// Whether the domain is this machine's own: `localhost`, `127.0.0.0/8` or `[::1]`, with any port.
  package var isOnLoopback: Bool { Tenant.isLoopback(domain: domain) }

  /// Whether a domain, with or without a port, is this machine's own.
  package static func isLoopback(domain: String) -> Bool {
    if domain.hasPrefix("[::1]") {
      let rest = domain.dropFirst(5)
      return rest.isEmpty || isPort(rest)
    }
    let parts = domain.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count == 1 || isPort(":" + parts[1]) else { return false }
    if host == "localhost" { return true }
    let octets = host.split(separator: ".", omittingEmptySubsequences: false).map { octet in
      // `UInt8` would take a sign as well; after a leading zero resolvers read octal: 0127 is 87.
      octet.utf8.allSatisfy(isDigit) && (octet == "0" || !octet.hasPrefix("0")) ? UInt8(octet) : nil
    }
    return octets.count == 4 && octets.first == 127 && octets.allSatisfy { $0 != nil }
  }

  private static func isPort(_ text: some StringProtocol) -> Bool {
    let digits = text.dropFirst()
    return text.first == ":" && digits.utf8.allSatisfy(isDigit) && UInt16(digits) != nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The address of a user's page in the Dashboard; `nil` for a tenant that has no Dashboard.
  ///
  /// `https://manage.auth0.com/dashboard/{region}/{tenant}/users/{id}`, where the region is the third
  /// label from the right, and `us` where there are only three.
  package func dashboardAddress(of user: UserID) -> String? {
    dashboardAddress(of: "users", user.rawValue)
  }

  /// The address of a role's page in the Dashboard; `nil` for a domain that does not tell its region.
  package func dashboardAddress(of role: RoleID) -> String? {
    dashboardAddress(of: "roles", role.rawValue)
  }

  private func dashboardAddress(of kind: String, _ rawID: String) -> String? {
    let labels = domain.split(separator: ".")
    guard labels.count >= 3, labels.suffix(2) == ["auth0", "com"] else { return nil }
    let region = labels.count > 3 ? String(labels[labels.count - 3]) : "us"
    let id = PathSegment(rawID).encoded
    return "https://manage.auth0.com/dashboard/\(region)/\(labels[0])/\(kind)/\(id)"
  }
}

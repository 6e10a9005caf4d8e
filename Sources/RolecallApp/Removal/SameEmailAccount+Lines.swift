import AccessModel
import Canvas

extension [SameEmailAccount] {
  /// What every question about one user says of the other accounts with the same email.
  ///
  /// - Parameter roles: The roles that the question is about: who of them holds these is said.
  func lines(holding roles: [Role]) -> [Line] {
    guard !isEmpty else { return [] }
    let ids = Set(roles.map(\.id))
    let named = prefix(2).map { account in
      let held = (account.roles.value ?? []).filter { ids.contains($0.id) }.map(\.displayName)
      let also = held.isEmpty ? "" : ", also holds \(held.joined(separator: ", "))"
      let unknown = account.roles.value == nil ? ", its roles are not known" : ""
      return account.user.id.rawValue + also + unknown
    }
    let rest = count > 2 ? " and \(count - 2) more" : ""
    let lead =
      count == 1 ? "1 more account has this email" : "\(count) more accounts have this email"
    return [
      .blank,
      Line(
        "\(lead) (\(named.joined(separator: "; "))\(rest)): not touched", .danger, hanging: 2),
    ]
  }
}

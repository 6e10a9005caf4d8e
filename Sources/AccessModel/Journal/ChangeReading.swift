/// How what a change is about stood when it was read.
package struct ChangeReading: Hashable, Sendable, Codable {
  /// Whether the role was held, the permission granted, or the role there.
  package var held: Bool?
  /// How the API treated roles.
  package var rbac: ChangeRecord.Setting?

  /// A reading from its parts.
  package init(held: Bool? = nil, rbac: ChangeRecord.Setting? = nil) {
    self.held = held
    self.rbac = rbac
  }
}

extension ChangeReading {
  /// A reading; `nil` where it was not read.
  package init?(_ reading: HeldBefore) {
    switch reading {
    case .notRead: return nil
    case .held(let held): self.init(held: held)
    case .rbac(let setting): self.init(rbac: ChangeRecord.Setting(setting))
    }
  }

  /// The reading again.
  package var value: HeldBefore {
    if let rbac { return .rbac(rbac.value) }
    return held.map(HeldBefore.held) ?? .notRead
  }
}

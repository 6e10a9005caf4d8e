extension PlanFile {
  /// The whole file.
  package var bytes: [UInt8] {
    var bytes = headerLine
    bytes.reserveCapacity(256 * (changes.count + 1))
    for change in changes { bytes += Self.line(change) }
    return bytes
  }

  /// The line that a file begins with.
  ///
  /// With ``line(_:)`` a plan of a hundred thousand changes can be written piece by piece.
  package var headerLine: [UInt8] {
    var line = JSONLine()
    line.number("rolecall_plan", Self.version)
    line.text("tenant", header.tenant, limit: Self.identifierLimit)
    line.text("planned_by", header.plannedBy)
    line.text("planned_at", header.plannedAt.description)
    line.text("reason", header.reason)
    line.number("removals", header.removals)
    line.number("grants", header.grants)
    line.text("program", header.program)
    return line.ended()
  }

  /// The line of a change.
  package static func line(_ planned: PlannedChange) -> [UInt8] {
    let record = ChangeRecord(planned.change, before: planned.before, includesEmail: true)
    var line = JSONLine()
    line.text("change", record.kind.rawValue)
    if let user = record.user {
      line.object("user") { line in
        line.text("user_id", user.id.rawValue, limit: .max)
        line.text("name", user.name)
        line.text("email", user.email)
        line.text("connection", user.connection)
        line.text("created_at", user.createdAt?.description)
      }
    }
    if let role = record.role {
      line.object("role") { line in
        line.text("id", role.id.rawValue, limit: .max)
        line.text("name", role.name)
      }
    }
    if let organization = record.organization {
      line.object("organization") { line in
        line.text("id", organization.id, limit: .max)
        line.text("name", organization.name)
      }
    }
    if let permission = record.permission {
      line.object("permission") { line in
        line.text("resource_server_identifier", permission.api, limit: .max)
        line.text("permission_name", permission.name, limit: .max)
      }
    }
    if let api = record.api {
      line.object("api") { line in
        line.text("identifier", api.identifier, limit: .max)
        line.text("name", api.name)
      }
    }
    if let rbac = record.rbac { line.object("rbac") { $0.write(rbac) } }
    if let held = record.heldBefore { line.flag("held_before", held) }
    if let rbac = record.rbacBefore { line.object("rbac_before") { $0.write(rbac) } }
    return line.ended()
  }
}

extension JSONLine {
  fileprivate mutating func write(_ setting: ChangeRecord.Setting) {
    flag("enforce_policies", setting.enforcesPolicies)
    text("token_dialect", setting.tokenDialect)
  }
}

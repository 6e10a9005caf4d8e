extension PlanFile {
  /// Reads a file that somebody else may have written, and refuses whatever is not exactly a plan.
  ///
  /// - Throws: ``PlanFileError``, at the first line that is wrong.
  package init(bytes: [UInt8]) throws(PlanFileError) {
    guard bytes.count <= Self.byteLimit else { throw PlanFileError(.tooLarge, line: 0) }
    guard let last = bytes.last else { throw PlanFileError(.empty, line: 0) }
    var reader = PlanFileReader()
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try reader.take(bytes[start..<end])
      start = end + 1
      guard start < bytes.endIndex else { break }
    }
    guard last == UInt8(ascii: "\n") else {
      throw PlanFileError(.endsWithinLine, line: reader.line + 1)
    }
    self = try reader.file()
  }
}

/// Takes a plan file's lines one after the other.
private struct PlanFileReader {
  /// How many lines were taken.
  private(set) var line = 0

  private var header: PlanFile.Header?
  private var changes: [PlannedChange] = []
  private var seen: [Change.Subject: (kind: Change.Kind, line: Int)] = [:]
  private var grants = 0

  mutating func take(_ bytes: ArraySlice<UInt8>) throws(PlanFileError) {
    line += 1
    guard bytes.count <= PlanFile.lineLimit else { throw PlanFileError(.lineTooLong, line: line) }
    var object = try StrictObject(bytes, line: line)
    guard header != nil else {
      header = try readHeader(&object)
      try object.expectEmpty()
      return
    }
    guard !object.has("rolecall_plan"), !object.has("tenant") else {
      let tenant = try object.text("tenant")
      throw PlanFileError(.secondHeader(tenant: tenant), line: line)
    }
    let planned = try readChange(&object)
    try object.expectEmpty()
    let (subject, kind) = (planned.change.subject, planned.change.kind)
    if let earlier = seen.updateValue((kind, line), forKey: subject) {
      throw PlanFileError(
        earlier.kind == kind
          ? .duplicateChange(line: earlier.line) : .contradiction(line: earlier.line), line: line)
    }
    guard changes.count < PlanFile.changeLimit else { throw PlanFileError(.tooLarge, line: 0) }
    if planned.change.grants { grants += 1 }
    changes.append(planned)
  }

  func file() throws(PlanFileError) -> PlanFile {
    guard let header else { throw PlanFileError(.empty, line: 0) }
    let announced = header.removals + header.grants
    guard announced == changes.count, header.grants == grants else {
      throw PlanFileError(
        .otherCount(announced: announced, found: changes.count), line: 0)
    }
    return PlanFile(header: header, changes: changes)
  }

  private func readHeader(_ object: inout StrictObject) throws(PlanFileError) -> PlanFile.Header {
    guard object.has("rolecall_plan") else { throw PlanFileError(.noHeader, line: line) }
    let version = try object.number("rolecall_plan")
    guard version == PlanFile.version else { throw PlanFileError(.version(version), line: line) }
    let tenant = try object.identifier("tenant")
    guard tenant.utf8.allSatisfy(Self.isOfDomain) else {
      throw PlanFileError(.unusableValue("tenant"), line: line)
    }
    guard let plannedAt = try object.moment("planned_at") else {
      throw PlanFileError(.missingKey("planned_at"), line: line)
    }
    let header = PlanFile.Header(
      tenant: tenant, plannedBy: try object.text("planned_by") ?? "", plannedAt: plannedAt,
      reason: try object.text("reason") ?? "", removals: try object.number("removals"),
      grants: try object.number("grants"), program: try object.text("program") ?? "")
    // Their sum must not overflow.
    guard header.removals <= PlanFile.changeLimit, header.grants <= PlanFile.changeLimit else {
      throw PlanFileError(.tooLarge, line: 0)
    }
    return header
  }

  private static func isOfDomain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  private func readChange(_ object: inout StrictObject) throws(PlanFileError) -> PlannedChange {
    let name = try object.identifier("change")
    guard let kind = Change.Kind(rawValue: name) else {
      throw PlanFileError(.unusableValue("change"), line: line)
    }
    var record = ChangeRecord(kind: kind)
    record.user = try object.object("user") { (user) throws(PlanFileError) in
      ChangeRecord.UserThen(
        id: UserID(try user.identifier("user_id")), name: try user.text("name"),
        email: try user.text("email"), connection: try user.text("connection"),
        createdAt: try user.moment("created_at"))
    }
    record.role = try object.object("role") { (role) throws(PlanFileError) in
      ChangeRecord.RoleThen(
        id: RoleID(try role.identifier("id", isPlain: true)), name: try role.text("name") ?? "")
    }
    record.organization = try object.object("organization") {
      (organization) throws(PlanFileError) in
      ChangeRecord.OrganizationThen(
        id: try organization.identifier("id", isPlain: true),
        name: try organization.text("name") ?? "")
    }
    record.permission = try object.object("permission") { (permission) throws(PlanFileError) in
      ChangeRecord.PermissionThen(
        api: try permission.identifier("resource_server_identifier"),
        name: try permission.identifier("permission_name"))
    }
    record.api = try object.object("api") { (api) throws(PlanFileError) in
      ChangeRecord.APIThen(
        identifier: try api.identifier("identifier"), name: try api.text("name") ?? "")
    }
    let line = line
    record.rbac = try object.object("rbac") { (rbac) throws(PlanFileError) in
      try Self.setting(&rbac, line)
    }
    record.heldBefore = try object.flag("held_before")
    record.rbacBefore = try object.object("rbac_before") { (rbac) throws(PlanFileError) in
      try Self.setting(&rbac, line)
    }
    guard record.heldBefore == nil || record.rbacBefore == nil,
      record.rbacBefore == nil || kind == .setRBAC, record.heldBefore == nil || kind != .setRBAC
    else { throw PlanFileError(.unusableValue("held_before"), line: line) }
    do {
      return PlannedChange(try record.change(), before: record.before)
    } catch {
      throw PlanFileError(.unusableValue("change"), line: line)
    }
  }

  private static func setting(
    _ rbac: inout StrictObject, _ line: Int
  ) throws(PlanFileError) -> ChangeRecord.Setting {
    guard let enforces = try rbac.flag("enforce_policies") else {
      throw PlanFileError(.missingKey("enforce_policies"), line: line)
    }
    let dialect = try rbac.text("token_dialect")
    if let dialect, !RBACSetting.tokenDialects.contains(dialect) {
      throw PlanFileError(.unusableValue("token_dialect"), line: line)
    }
    return ChangeRecord.Setting(enforcesPolicies: enforces, tokenDialect: dialect)
  }
}

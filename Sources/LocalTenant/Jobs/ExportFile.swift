/// The file that an export of users makes: one user a line, packed with gzip.
struct ExportFile: Sendable {
  private let job: ExportJob

  init(_ job: ExportJob) {
    self.job = job
  }

  /// The whole file.
  var bytes: [UInt8] {
    var lines: [UInt8] = []
    if job.format == .csv {
      lines += Array(columns.map { Self.cell($0.exportAs ?? $0.name) }.joined(separator: ",").utf8)
      lines.append(0x0A)
    }
    var users = job.directory.users[...]
    if let connection = job.connection?.name {
      users = users.filter { $0.identities.contains { $0.connection == connection } }[...]
    }
    for user in users.prefix(job.limit ?? users.count) {
      switch job.format {
      case .json: line(user).write(to: &lines)
      case .csv:
        let cells = columns.map { Self.cell(Self.text(Self.value($0.name, in: user))) }
        lines.append(contentsOf: cells.joined(separator: ",").utf8)
      }
      lines.append(0x0A)
    }
    return Gzip.stored(lines)
  }

  private var columns: [ExportJob.Field] {
    guard job.fields.isEmpty else { return job.fields }
    return ["user_id", "email", "name", "given_name", "family_name", "nickname", "created_at"]
      .map { ExportJob.Field(name: $0) }
  }

  private func line(_ user: User) -> JSON {
    guard !job.fields.isEmpty else { return user.json(User.Selection.everything) }
    return .object(
      job.fields.compactMap { field in
        Self.value(field.name, in: user).map { JSON.Member(field.exportAs ?? field.name, $0) }
      })
  }

  /// What a path such as `identities[0].connection` leads to.
  private static func value(_ path: String, in user: User) -> JSON? {
    var names = path.split(whereSeparator: { $0 == "." || $0 == "[" }).map(String.init)[...]
    guard let first = names.popFirst() else { return nil }
    var selection = User.Selection.everything
    selection.fields.names = [first]
    var value = user.json(selection)[first]
    for name in names {
      if name.hasSuffix("]"), let place = Int(name.dropLast()) {
        let items = value?.array ?? []
        value = items.indices.contains(place) ? items[place] : nil
      } else {
        value = value?[name]
      }
    }
    return value
  }

  private static func text(_ value: JSON?) -> String {
    switch value {
    case nil, .null: ""
    case .string(let text): text
    case .some(let value): String(decoding: value.bytes, as: UTF8.self)
    }
  }

  /// A cell in quotes, with a mark before what a spreadsheet would take for a formula.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }
}

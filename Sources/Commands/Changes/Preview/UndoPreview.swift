import AccessModel

/// What is said of an undo before the preview of its plan: what is left out and why, what roles have
/// grown by.
struct UndoPreview: Sendable {
  /// The run that is taken back.
  let number: RunNumber
  /// What that comes to.
  let undo: UndoPlan

  /// All of it, a line each.
  var lines: [String] {
    var lines = ["Taking back run \(number): \(undo.changes.count.counted("change"))"]
    lines += undo.leftOut.prefix(PlanPreview.listLimit).map(Self.line)
    if undo.leftOut.count > PlanPreview.listLimit {
      lines.append("  and \(undo.leftOut.count - PlanPreview.listLimit) more are left out")
    }
    for (role, growth) in undo.growth.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let name = undo.changes.lazy.compactMap(\.change.role).first { $0.id == role }?.displayName
      switch growth {
      case .gains(let permissions):
        let gained = permissions.map(\.name).joined(separator: ", ")
        lines.append("! \(name ?? role.rawValue) gives more now than then: \(gained)")
      case .unknown:
        lines.append("! Not known: whether \(name ?? role.rawValue) gives more now than then.")
      }
    }
    var remainders: [Change.Remainder] = []
    for remainder in undo.remainders.values where !remainders.contains(remainder) {
      remainders.append(remainder)
    }
    if let error = undo.decisionsUnread { lines.append(error.decisionsLine) }
    return lines + remainders.map { "! \($0.sentence)" }
  }

  private static func line(_ item: UndoPlan.LeftOut) -> String {
    let what = [item.record.role?.name, item.record.user?.name, item.record.user?.id.rawValue]
      .compactMap(\.self).joined(separator: "  ")
    return "  left out: \(what): \(item.reason.words)"
  }
}

extension APIError {
  /// Says that nobody knows what others decided since.
  var decisionsLine: String {
    "! Not known: whether somebody else decided about these since; could not \(operation.purpose)."
  }
}

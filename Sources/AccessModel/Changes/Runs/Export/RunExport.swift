/// A run on record as text that is kept elsewhere: CSV for a spreadsheet, JSON for a script.
///
/// It is written piece by piece, so that a run of a hundred thousand changes is never held whole: ``head``
/// comes first, then ``rows(of:)`` for the changes in the plan's order, as many at a time as is convenient,
/// then ``end``. ``text(of:tenant:changes:as:)`` writes all of it at once.
///
/// Nothing in it acts on whoever opens it: JSON is ASCII, with everything else escaped; CSV is as
/// ``SpreadsheetLine`` has it. It holds what the journal holds, so no address and no metadata, but names:
/// a file of it is for its owner alone.
package struct RunExport: Sendable {
  /// What kind of text it is.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    /// A table, a line a change.
    case csv
    /// One object, with all that is on record of each change.
    case json
  }

  /// The run.
  package let run: RunSummary
  /// The tenant's domain.
  package let tenant: String
  /// What kind of text it is.
  package let form: Form

  private var isFirst = true

  /// The text of a run, of which nothing is written yet.
  package init(of run: RunSummary, tenant: String, as form: Form) {
    self.run = run
    self.tenant = tenant
    self.form = form
  }

  /// A name for a file of it, such as `rolecall-acme.eu.auth0.com-run-3.csv`.
  package var fileName: String {
    // A name of a file on every system: a tenant on this machine has a port.
    let domain = String(
      tenant.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
    return "rolecall-\(domain)-run-\(run.id).\(form.rawValue)"
  }

  /// What the text begins with.
  ///
  /// - Throws: What the encoding of JSON throws.
  package var head: String {
    get throws {
      switch form {
      case .csv: SpreadsheetLine(ExportedRow.columns).text
      // The object stays open for its changes.
      case .json:
        String(try JSONOutput(ExportedRun(run, tenant: tenant)).text.dropLast(2))
          + ",\n  \"changes\": ["
      }
    }
  }

  /// The text of the changes that come next.
  ///
  /// - Throws: What the encoding of JSON throws.
  package mutating func rows(of changes: some Sequence<ChangeHistory>) throws -> String {
    var text = ""
    for change in changes {
      switch form {
      case .csv: text += SpreadsheetLine(ExportedRow(change, of: run, tenant: tenant).cells).text
      case .json:
        text += isFirst ? "\n" : ",\n"
        let lines = try JSONOutput(ExportedChange(change)).text.split(separator: "\n")
        text += lines.map { "    " + $0 }.joined(separator: "\n")
      }
      isFirst = false
    }
    return text
  }

  /// What the text ends with.
  package var end: String {
    switch form {
    case .csv: ""
    case .json: isFirst ? "]\n}\n" : "\n  ]\n}\n"
    }
  }

  /// The whole text.
  ///
  /// - Throws: What the encoding of JSON throws.
  package static func text(
    of run: RunSummary, tenant: String, changes: some Sequence<ChangeHistory>, as form: Form
  ) throws -> String {
    var export = RunExport(of: run, tenant: tenant, as: form)
    return try export.head + export.rows(of: changes) + export.end
  }
}

import AccessModel
import Canvas

extension User {
  /// Who exactly this is, as every question says it: name, email and whether it is verified, connection, id.
  ///
  /// - Parameter preposition: What stands before the name: `from`, or `to`.
  func identityLines(after preposition: String) -> [Line] {
    let verified: String
    switch isEmailVerified {
    case true: verified = " (verified)"
    case false: verified = " (not verified)"
    case nil: verified = ""
    }
    let address = email.flatMap { $0.isEmpty ? nil : "\($0)\(verified)" } ?? "no email"
    // A name as long as names are: what is longer loses its middle, and leaves room for the id.
    let name = CellText(displayName).truncated(to: 64, keeping: .ends)
    return [
      Line(
        [Span("\(preposition) "), Span(name, .title), Span("  \(address)")],
        hanging: preposition.count + 1),
      Line(
        [Span(connection), Span("  "), Span(id.rawValue)], indentation: preposition.count + 1),
    ]
  }
}

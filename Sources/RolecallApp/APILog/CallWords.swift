import AccessModel
import Canvas

/// How a call of the API is spoken of.
struct CallWords {
  /// The call.
  let call: APICall

  init(_ call: APICall) { self.call = call }

  /// The path without the query.
  var path: String { String(call.path.prefix { $0 != "?" }) }

  /// The path without what all of them begin with, and without the query but for a mark that there is one.
  var shortPath: String {
    let root = "/api/v2"
    let path = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count)) : path
    return call.query.isEmpty ? path : path + "?"
  }

  /// What came back, in shape and colour.
  var answer: Span {
    guard let status = call.status else {
      if call.failure == "cancelled" { return Span("– cancelled", .muted) }
      return Span("! \(call.failure ?? "no answer")", .danger)
    }
    return (200..<300).contains(status) ? Span("✓ \(status)", .ok) : Span("! \(status)", .danger)
  }

  /// How long it took, in thousandths of a second.
  var milliseconds: String {
    let (seconds, fraction) = call.duration.components
    return (Int(seconds) * 1_000 + Int(fraction / 1_000_000_000_000_000)).grouped
  }
}

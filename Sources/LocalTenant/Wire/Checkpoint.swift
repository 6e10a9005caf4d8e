import FoundationEssentials

/// A place in a list that is ordered by time and then by id.
///
/// On the wire it is opaque: unpadded base64url over `2023-03-14 13:41:28.961000UTC,auth0|6410`.
struct Checkpoint: Sendable, Equatable {
  var time: Timestamp
  var id: String

  init(time: Timestamp, id: String) {
    self.time = time
    self.id = id
  }

  /// Reads a cursor that ``cursor`` wrote.
  init?(cursor: String) {
    var base64 = cursor.replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: base64),
      let text = String(validating: data, as: UTF8.self)
    else { return nil }
    let parts = text.split(separator: ",", maxSplits: 1)
    guard parts.count == 2, parts[0].hasSuffix("UTC"),
      let span = TimeSpan(String(parts[0].dropLast(3)).replacing(" ", with: "T"))
    else { return nil }
    time = span.start
    id = String(parts[1])
  }

  /// The place as a client sees it.
  var cursor: String {
    Data("\(time.cursorText),\(id)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}

extension APIError {
  /// 400 for a cursor that this tenant did not hand out.
  static let invalidCheckpoint = APIError(
    .badRequest,
    "The checkpoint ID provided in the 'from' parameter has expired or is invalid, please remove "
      + "the checkpoint ID and try again", code: "invalid_paging")
}

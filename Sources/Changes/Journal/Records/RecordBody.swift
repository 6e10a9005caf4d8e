import AccessModel
import FoundationEssentials

/// What a record says, as it stands in the file: one JSON object.
///
/// The keys of the content stand beside those that every record has.
struct RecordBody<Content: Codable>: Codable {
  var kind: RecordKind
  var at: Timestamp
  var run: RunNumber?
  var change: Int?
  var content: Content

  init(
    _ kind: RecordKind, at: Timestamp, run: RunNumber? = nil, change: Int? = nil, _ content: Content
  ) {
    self.kind = kind
    self.at = at
    self.run = run
    self.change = change
    self.content = content
  }

  private enum CodingKeys: String, CodingKey {
    case kind
    case at
    case run
    case change
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = try container.decode(RecordKind.self, forKey: .kind)
    at = try container.decode(Timestamp.self, forKey: .at)
    run = try container.decodeIfPresent(RunNumber.self, forKey: .run)
    change = try container.decodeIfPresent(Int.self, forKey: .change)
    content = try Content(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(at, forKey: .at)
    try container.encodeIfPresent(run, forKey: .run)
    try container.encodeIfPresent(change, forKey: .change)
    try content.encode(to: encoder)
  }

  /// The text that the file keeps and the hash covers: keys in order, no blanks.
  func text() throws(JournalError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      throw JournalError(.failed, path: "", detail: "a record cannot be written as JSON")
    }
  }

  /// The record that a text of the file spells.
  init(text: String) throws(JournalError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    } catch {
      throw JournalError(.damaged, path: "", detail: "a record cannot be read")
    }
  }
}

import FoundationEssentials

/// Decodes a value from JSON, as the client does.
func decoded<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(json.utf8))
}

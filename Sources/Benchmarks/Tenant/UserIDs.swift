/// Finds ids in answers without reading all of their JSON, which would take longer than the answer.
enum UserIDs {
  /// The users' ids of an answer that has no other field.
  static func found(in body: ArraySlice<UInt8>) -> [String] {
    texts(named: "user_id", in: body)
  }

  /// The texts of every member with this name, which hold no escapes.
  static func texts(named name: String, in body: ArraySlice<UInt8>) -> [String] {
    body.ranges(of: Array("\"\(name)\":\"".utf8)).map { range in
      String(decoding: body[range.upperBound...].prefix { $0 != 0x22 }, as: UTF8.self)
    }
  }

  /// The number of the first member with this name.
  static func number(named name: String, in body: ArraySlice<UInt8>) -> Int? {
    guard let range = body.firstRange(of: Array("\"\(name)\":".utf8)) else { return nil }
    let digits = body[range.upperBound...].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// An id as one segment of a path.
  static func escaped(_ id: String) -> String {
    var text = ""
    for byte in id.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
          || byte == 0x2d || byte == 0x2e || byte == 0x5f
      {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return text
  }
}

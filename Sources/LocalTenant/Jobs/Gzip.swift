/// Files in the gzip format, which are not made any smaller: nobody has to wait for that here.
enum Gzip {
  private static let largestBlock = 65_535
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  /// A file that holds these bytes in stored blocks.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    file.reserveCapacity(bytes.count + bytes.count / largestBlock * 5 + 32)
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(largestBlock)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      file.append(rest.isEmpty ? 1 : 0)
      append(length, to: &file)
      append(~length, to: &file)
      file.append(contentsOf: block)
    } while !rest.isEmpty
    append(checksum(bytes), to: &file)
    append(UInt32(truncatingIfNeeded: bytes.count), to: &file)
    return file
  }

  /// The CRC-32 of some bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    return ~bytes.reduce(~UInt32(0)) { value, byte in
      table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ (value >> 8)
    }
  }

  private static func append(_ value: some FixedWidthInteger, to file: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) }
  }
}

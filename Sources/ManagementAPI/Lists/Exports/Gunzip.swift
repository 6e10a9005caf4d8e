import CZlib

/// Unpacks what gzip packed, piece by piece, with bounded memory whatever the pieces hold.
final class Gunzip {
  /// The first byte of what gzip packs.
  static let magic: UInt8 = 0x1F

  /// On the heap, for the library keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether all that came was unpacked, and nothing is missing.
  private(set) var isAtEnd = false

  /// Begins to unpack; `nil` where there is no memory for it.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    // 15 bits of window, and 16 for a head as gzip has it.
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks from the front of some bytes, which are taken away, up to 64 KiB at a time.
  ///
  /// - Returns: What was unpacked; nothing where more is needed; `nil` where the bytes are broken.
  func unpack(_ bytes: inout ArraySlice<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    // The head of a packed file yields nothing, and neither does its end.
    while output.isEmpty {
      if isAtEnd {
        guard !bytes.isEmpty else { return [] }
        // A file may be several packed ones, one behind the other.
        guard inflateReset(stream) == Z_OK else { return nil }
        isAtEnd = false
      }
      let before = bytes.count
      guard let piece = step(&bytes) else { return nil }
      output = piece
      if output.isEmpty, bytes.count == before, !isAtEnd { return [] }
    }
    return output
  }

  private func step(_ bytes: inout ArraySlice<UInt8>) -> [UInt8]? {
    var input = Array(bytes)
    var status = Z_OK
    var left = 0
    let output = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { room, count in
      input.withUnsafeMutableBufferPointer { given in
        stream.pointee.next_in = given.baseAddress
        stream.pointee.avail_in = UInt32(given.count)
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(Self.pieceSize)
        status = inflate(stream, Z_NO_FLUSH)
        left = Int(stream.pointee.avail_in)
        count = Self.pieceSize - Int(stream.pointee.avail_out)
      }
    }
    bytes = bytes.suffix(left)
    switch status {
    case Z_OK, Z_BUF_ERROR: return output
    case Z_STREAM_END:
      isAtEnd = true
      return output
    default: return nil
    }
  }

  private static let pieceSize = 64 << 10
}

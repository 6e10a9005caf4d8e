import AccessModel
import FoundationEssentials
import NIOCore

/// An export's file as it arrives: packed with gzip or not, one user a line.
final class ExportFile {
  /// The next piece of the file; `nil` after the last.
  typealias Pieces = (isolated (any Actor)?) async throws -> ByteBuffer?

  private let pieces: Pieces
  private let failure: (any Error) -> any Error
  private var unpacking: Gunzip?
  private var lines = LineSplitter()
  private var users: [User] = []
  private var isFirst = true
  private var isAtEnd = false

  /// A file whose pieces come from a download.
  ///
  /// - Parameter failure: What a failure of the download is to be thrown as.
  init(pieces: @escaping Pieces, failure: @escaping (any Error) -> any Error) {
    self.pieces = pieces
    self.failure = failure
  }

  /// The next users, a hundred or so; `nil` after the last.
  ///
  /// - Throws: `APIError` where the file breaks off or is not what an export is; `CancellationError`.
  func next() async throws -> [User]? {
    while users.count < Self.pageSize, !isAtEnd {
      let piece: ByteBuffer?
      do {
        piece = try await pieces(#isolation)
      } catch {
        throw failure(error)
      }
      if let piece { try take(Array(piece.readableBytesView)) } else { try finish() }
    }
    guard !users.isEmpty else { return nil }
    defer { users.removeFirst(min(Self.pageSize, users.count)) }
    return Array(users.prefix(Self.pageSize))
  }

  private func take(_ bytes: [UInt8]) throws(APIError) {
    guard !bytes.isEmpty else { return }
    if isFirst { unpacking = bytes.first == Gunzip.magic ? Gunzip() : nil }
    isFirst = false
    guard let unpacking else { return try takePlain(bytes) }
    var rest = bytes[...]
    repeat {
      guard let plain = unpacking.unpack(&rest) else {
        throw Self.unreadable("its compression is broken")
      }
      try takePlain(plain)
      if plain.isEmpty { return }
    } while true
  }

  private func takePlain(_ bytes: [UInt8]) throws(APIError) {
    for line in lines.take(bytes) { try takeLine(line) }
    guard lines.pending <= Self.longestLine else { throw Self.unreadable("a line has no end") }
  }

  private func finish() throws(APIError) {
    isAtEnd = true
    guard unpacking?.isAtEnd != false else {
      throw APIError(.interrupted, .exportUsers, detail: "the file ends too early")
    }
    if let last = lines.finish() { try takeLine(last) }
  }

  private func takeLine(_ line: [UInt8]) throws(APIError) {
    guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { return }
    guard let user = try? JSONDecoder().decode(User.self, from: Data(line)) else {
      throw Self.unreadable("a line of it is no user")
    }
    users.append(user)
  }

  private static func unreadable(_ reason: String) -> APIError {
    APIError(.unreadableAnswer, .exportUsers, detail: reason)
  }

  private static let pageSize = 100
  private static let longestLine = 10 << 20
}

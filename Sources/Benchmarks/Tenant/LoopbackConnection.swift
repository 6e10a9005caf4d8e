import Glibc

/// One connection to a local tenant that is kept, and asked one thing after the other.
///
/// It blocks, and does no more than it must, so that what is measured is the tenant.
final class LoopbackConnection {
  /// An answer, read whole.
  struct Answer {
    var status: Int
    var body: ArraySlice<UInt8>
  }

  private static let headEnd = Array("\r\n\r\n".utf8)
  private static let lengthField = Array("content-length: ".utf8)

  private let socket: Int32
  private let fields: String
  private var buffer: [UInt8] = []

  /// Connects; the token goes with each request.
  init(port: UInt16, token: String) throws {
    fields = "host: 127.0.0.1:\(port)\r\nauthorization: Bearer \(token)\r\n"
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var noDelay: Int32 = 1
    setsockopt(
      socket, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard socket >= 0, status == 0 else {
      throw BenchmarkError("The local tenant takes no connection.")
    }
  }

  deinit { close(socket) }

  /// Reads a path below `/api/v2`.
  func get(_ path: String) throws -> Answer {
    try send("GET", path)
  }

  /// Sends a request with a body in JSON, or without one, and waits for its answer.
  func send(_ method: String, _ path: String, body: String? = nil) throws -> Answer {
    var request = "\(method) /api/v2\(path) HTTP/1.1\r\n\(fields)"
    if let body {
      request += "content-type: application/json\r\ncontent-length: \(body.utf8.count)\r\n\r\n"
      request += body
    } else {
      request += "\r\n"
    }
    try write(Array(request.utf8))
    return try answer()
  }

  private func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BenchmarkError("The local tenant closed the connection.") }
      rest = rest.dropFirst(count)
    }
  }

  private func answer() throws -> Answer {
    buffer.removeAll(keepingCapacity: true)
    var head = buffer.firstRange(of: Self.headEnd)
    while head == nil {
      try read()
      head = buffer.firstRange(of: Self.headEnd)
    }
    guard let head, let status = number(after: 9, of: buffer[..<head.lowerBound]) else {
      throw BenchmarkError("The local tenant does not answer in HTTP.")
    }
    let field = buffer[..<head.lowerBound].firstRange(of: Self.lengthField)
    let length = field.flatMap { number(after: $0.upperBound, of: buffer[..<head.lowerBound]) } ?? 0
    while buffer.count < head.upperBound + length { try read() }
    return Answer(status: status, body: buffer[head.upperBound...])
  }

  private func number(after start: Int, of bytes: ArraySlice<UInt8>) -> Int? {
    guard start < bytes.endIndex else { return nil }
    let digits = bytes[start...].prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private func read() throws {
    var part = [UInt8](repeating: 0, count: 65_536)
    let count = part.withUnsafeMutableBytes { Glibc.read(socket, $0.baseAddress, $0.count) }
    guard count > 0 else { throw BenchmarkError("The local tenant closed the connection.") }
    buffer += part[..<count]
  }
}

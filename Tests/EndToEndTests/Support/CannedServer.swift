import Dispatch
import Glibc
import Synchronization
import Testing

/// A server that gives the same answer to whatever it is asked, once it listens.
final class CannedServer: Sendable {
  /// Its port; refused until ``listen()``.
  let port: Int

  private let descriptor: Int32
  private let answer: [UInt8]
  private let requests = Mutex(0)

  /// A server with an answer: status line, head and body.
  init(type: String, body: String) throws {
    let head =
      "HTTP/1.1 200 OK\r\ncontent-type: \(type)\r\ncontent-length: \(body.utf8.count)\r\n"
      + "connection: close\r\n\r\n"
    answer = Array((head + body).utf8)
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    try #require(isBound)
  }

  deinit { close(descriptor) }

  /// The domain to open.
  var domain: String { "127.0.0.1:\(port)" }
  /// The audience of tokens for it.
  var audience: String { "http://\(domain)/api/v2/" }
  /// How many requests have been answered.
  var requestCount: Int { requests.withLock { $0 } }

  /// Answers from now on, until ``stop()``.
  func listen() {
    Glibc.listen(descriptor, 64)
    DispatchQueue(label: "canned server").async { self.serve() }
  }

  /// Answers no more.
  func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let connection = accept(descriptor, nil, nil)
      guard connection >= 0 else { return }
      var request = [UInt8](repeating: 0, count: 65_536)
      if read(connection, &request, request.count) > 0 {
        requests.withLock { $0 += 1 }
        _ = answer.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      }
      close(connection)
    }
  }
}

import Dispatch
import Glibc
import Synchronization
import Testing

/// A server that sends whoever asks it on to another of its pages, until it is let go.
final class RedirectingServer: Sendable {
  /// Its port.
  let port: Int

  private let descriptor: Int32
  private let requests = Mutex<[String]>([])

  init() throws {
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
    try #require(isBound && Glibc.listen(descriptor, 16) == 0)
    DispatchQueue(label: "redirecting server").async { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { break }
        self?.answer(connection)
        close(connection)
      }
      close(descriptor)
    }
  }

  deinit { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// The domain to open.
  var domain: String { "127.0.0.1:\(port)" }
  /// The first line of each request.
  var requestLines: [String] { requests.withLock { $0 } }

  private func answer(_ connection: Int32) {
    var request = [UInt8](repeating: 0, count: 65_536)
    let count = read(connection, &request, request.count)
    guard count > 0 else { return }
    let line = request.prefix(count).prefix { $0 != 0x0D }
    requests.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
    let answer =
      "HTTP/1.1 302 Found\r\nlocation: http://\(domain)/elsewhere\r\ncontent-length: 0\r\n"
      + "connection: close\r\n\r\n"
    _ = Array(answer.utf8).withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
  }
}

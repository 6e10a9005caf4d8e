package import AccessModel
import Glibc

extension RunOperator {
  /// Whoever started this process, as the machine says, and what its token says.
  package static func ofThisProcess(
    tokenSubject: String? = nil, clientID: String? = nil, version: String
  ) -> RunOperator {
    RunOperator(
      userName: userName(of: getuid()), userNumber: Int(getuid()), host: hostName,
      process: Int(getpid()), tokenSubject: tokenSubject, clientID: clientID, version: version)
  }

  private static func userName(of number: uid_t) -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(number, &entry, &buffer, buffer.count, &found) == 0, found != nil,
      let name = entry.pw_name
    else { return "" }
    return String(cString: name)
  }

  private static var hostName: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

import AccessModel
import Glibc
import ManagementAPI

extension Surroundings {
  /// Who runs the program, and with which token.
  func person(_ claims: AccessToken.Claims?) -> RunOperator {
    RunOperator(
      userName: Self.userName, userNumber: Int(geteuid()), host: Self.host,
      process: Int(getpid()), tokenSubject: claims?.subject, clientID: claims?.clientID,
      version: RolecallCommand.programVersion)
  }

  /// The system's name for the user; empty where it has none.
  private static var userName: String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(geteuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil,
      let name = entry.pw_name
    else { return "" }
    return String(cString: name)
  }

  /// The machine's name for itself.
  private static var host: String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = buffer.count - 1
    let isKnown = buffer.withUnsafeMutableBytes { bytes -> Bool in
      guard let start = bytes.baseAddress else { return false }
      return gethostname(start.assumingMemoryBound(to: CChar.self), length) == 0
    }
    return isKnown ? String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self) : ""
  }
}

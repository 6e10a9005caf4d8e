/// Who carries out a run, and with what.
///
/// The name, the number and the host are what the machine says, which its owner can make it say; the
/// token's subject and client are what the tenant was shown.
package struct RunOperator: Hashable, Sendable, Codable {
  /// The operating system's name for the user; empty where it has none.
  package var userName: String
  /// The operating system's number for the user.
  package var userNumber: Int
  /// The machine's name for itself.
  package var host: String
  /// The process that runs it.
  package var process: Int
  /// The token's `sub`, where it says.
  package var tokenSubject: String?
  /// The token's `azp`, or what else names the application that it was issued to.
  package var clientID: String?
  /// Which version of this program.
  package var version: String

  /// An operator from its parts.
  package init(
    userName: String, userNumber: Int, host: String, process: Int, tokenSubject: String? = nil,
    clientID: String? = nil, version: String
  ) {
    self.userName = userName
    self.userNumber = userNumber
    self.host = host
    self.process = process
    self.tokenSubject = tokenSubject
    self.clientID = clientID
    self.version = version
  }

  /// As one phrase: `ana@laptop`.
  package var phrase: String { (userName.isEmpty ? "\(userNumber)" : userName) + "@" + host }

  private enum CodingKeys: String, CodingKey {
    case userName = "os_user"
    case userNumber = "os_user_id"
    case host
    case process = "pid"
    case tokenSubject = "sub"
    case clientID = "client_id"
    case version = "rolecall"
  }
}

import AccessModel
import Credentials
import ManagementAPI
import Synchronization

/// What is known of the token that the calls bear: nothing, before the first where it is obtained.
final class TokenNotes: Sendable {
  private let credentials: ResolvedCredentials
  private let latest: Mutex<AccessToken?>

  /// What is known before the first call.
  init(_ credentials: ResolvedCredentials) {
    self.credentials = credentials
    latest = Mutex(credentials.token)
  }

  /// Takes a token that was obtained.
  func note(_ token: AccessToken) { latest.withLock { $0 = token } }

  /// What the token says about itself.
  var claims: AccessToken.Claims? { latest.withLock { $0 }?.claims }

  /// The tenant, and what the token may do there.
  var session: Session {
    latest.withLock { $0 }.map { credentials.session(with: $0) } ?? credentials.session
  }
}

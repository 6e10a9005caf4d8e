import AccessModel
import Canvas

/// How an entry of the tenant's log is spoken of.
struct LogEntryWords {
  /// What happened.
  let what: Span
  /// Whether something failed, or was refused.
  let isFailure: Bool

  init(_ entry: LogEntry) {
    let type = entry.type ?? ""
    isFailure = Self.isFailure(type)
    let known = Self.words[type]
    let said = entry.description.flatMap { $0.isEmpty ? nil : $0 }
    let words: String =
      switch (known, said) {
      // What was done through the API, and why something failed, only the tenant's own words say.
      case (let known?, let said?) where isFailure || type.hasSuffix("api"): "\(known): \(said)"
      case (let known?, _): known
      case (nil, let said?): said
      case (nil, nil): type.isEmpty ? "something that the log does not name" : "event \(type)"
      }
    what = isFailure ? Span("! \(words)", .danger) : Span("  \(words)")
  }

  /// Failures have codes of their own, which begin with `f`; limits that were reached do, and blocks.
  private static func isFailure(_ type: String) -> Bool {
    type.hasPrefix("f") || type.hasPrefix("limit") || type == "pwd_leak"
      || type == "signup_pwd_leak"
      || type == "gd_auth_rejected" || type == "gd_auth_failed"
  }

  /// What codes mean, in the words of Auth0's documentation.
  private static let words: [String: String] = [
    "s": "Signed in", "ssa": "Signed in silently", "slo": "Signed out", "flo": "Sign-out failed",
    "f": "Login failed", "fp": "Login failed, wrong password",
    "fu": "Login failed, no such email or username", "fsa": "Silent login failed",
    "fc": "Login failed in the connector", "fco": "Login failed, origin not allowed",
    "ss": "Signed up", "fs": "Sign-up failed",
    "seacft": "Token for a code", "feacft": "Token for a code refused",
    "seccft": "Token for client credentials", "feccft": "Token for client credentials refused",
    "sertft": "Token for a refresh token", "fertft": "Token for a refresh token refused",
    "sepft": "Token for a password", "fepft": "Token for a password refused",
    "sercft": "Token for a one-time code", "fercft": "Token for a one-time code refused",
    "sede": "Token for a device", "fede": "Token for a device refused",
    "scp": "Password changed", "fcp": "Password change failed",
    "scpr": "Password reset asked for", "fcpr": "Password reset refused",
    "sce": "Email changed", "fce": "Email change failed", "scu": "Username changed",
    "fcu": "Username change failed", "scpn": "Phone number changed",
    "fcpn": "Phone number change failed", "sv": "Email verified", "fv": "Email verification failed",
    "svr": "Verification email asked for", "fvr": "Verification email refused",
    "cls": "Code or link sent", "cs": "Code sent", "sui": "Users imported",
    "fui": "User import failed",
    "sdu": "User deleted", "fdu": "User deletion failed", "du": "User deleted",
    "srrt": "Refresh token revoked", "srtd": "Refresh token revoked",
    "sapi": "API", "mgmt_api_read": "API read", "fapi": "API refused",
    "limit_wc": "Blocked: too many wrong logins", "limit_mu": "Address blocked: too many logins",
    "limit_ui": "Too many calls of userinfo", "limit_sul": "Blocked: too many logins of one user",
    "limit_delegation": "Too many delegations", "ublkdu": "Unblocked",
    "pwd_leak": "Login with a leaked password", "signup_pwd_leak": "Sign-up with a leaked password",
    "gd_auth_succeed": "Second factor passed", "gd_auth_failed": "Second factor failed",
    "gd_auth_rejected": "Second factor rejected",
    "gd_enrollment_complete": "Second factor enrolled",
    "gd_unenroll": "Second factor removed", "gd_send_sms": "Second factor sent by SMS",
    "gd_send_pn": "Second factor sent by push", "gd_start_auth": "Second factor asked for",
    "gd_recovery_succeed": "Recovery code used", "gd_recovery_failed": "Recovery code refused",
    "mfar": "Second factor required", "sens": "Native social login",
    "fens": "Native social login failed",
    "w": "Warning", "api_limit": "API limit reached", "depnote": "Deprecated feature used",
  ]
}

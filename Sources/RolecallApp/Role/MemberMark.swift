import AccessModel
import FoundationEssentials

/// Which members are to be marked, by what is only known once each has been looked up.
enum MemberMark: Hashable, Sendable {
  /// Nobody who has signed in within 90 days.
  case stale
  /// Those whom an administrator has blocked.
  case blocked

  /// Whether a member is to be marked.
  func fits(_ detail: MemberDetail, at now: Date) -> Bool {
    switch self {
    case .stale: detail.lastLogin.map { now.timeIntervalSince($0) > 90 * 86_400 } ?? true
    case .blocked: detail.isBlocked
    }
  }

  /// Which members these are, in words.
  var words: String {
    switch self {
    case .stale: "no login for 90 days"
    case .blocked: "blocked"
    }
  }
}

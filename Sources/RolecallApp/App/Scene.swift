import AccessModel
import Canvas
import FoundationEssentials

/// What a screen needs to draw itself, besides its own state.
struct Scene {
  /// How roles of style look.
  let theme: Theme
  /// What time it is.
  let now: Date
  /// How far the local clock is ahead of UTC, in seconds.
  let secondsFromUTC: Int
  /// The tenant and the token.
  let session: Session?
  /// Whether something stands above the screens and has the focus.
  let isCovered: Bool
  /// The run that is under way, or was the last one.
  let run: ActiveRun?

  /// A time of day on the local clock, such as `14:03`.
  func clock(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + secondsFromUTC
    let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
    return "\(Self.twoDigits(minutes / 60)):\(Self.twoDigits(minutes % 60))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

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

  /// A time of day to the second on the local clock, such as `14:03:05`.
  func time(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + secondsFromUTC
    return "\(clock(date)):\(Self.twoDigits(((seconds % 60) + 60) % 60))"
  }

  /// A day and a time of day on the local clock, such as `2026-11-27 14:03`.
  func moment(_ date: Date) -> String { "\(day(date)) \(clock(date))" }

  /// The same to the second, such as `2026-11-27 14:03:05`.
  func second(_ date: Date) -> String { "\(day(date)) \(time(date))" }

  private func day(_ date: Date) -> String {
    date.addingTimeInterval(Double(secondsFromUTC)).formatted(.iso8601.year().month().day())
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

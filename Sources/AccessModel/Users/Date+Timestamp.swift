package import FoundationEssentials

extension Date {
  /// A date from the API's spelling, such as `2023-01-25T19:00:32.884Z`; `nil` for anything else.
  package init?(timestamp: String) {
    let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    if let date = try? fractional.parse(timestamp) {
      self = date
    } else if let date = try? Date.ISO8601FormatStyle().parse(timestamp) {
      self = date
    } else {
      return nil
    }
  }
}

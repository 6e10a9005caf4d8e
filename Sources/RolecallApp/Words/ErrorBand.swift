import AccessModel
import Canvas
import FoundationEssentials

/// Some rows that say why a read brought nothing, and what to do about it.
struct ErrorBand {
  /// How many rows it takes at most; a narrow screen needs more of them for the same words.
  static func rows(in columns: Int) -> Int { columns < 60 ? 5 : 3 }

  /// What went wrong.
  let error: APIError
  /// Whether the read will be made again by itself.
  let isWaiting: Bool

  /// Draws it into the first rows of a rectangle.
  func draw(on frame: inout Frame, in rect: Rect, _ scene: Scene) {
    let explanation = error.explanation(tenant: scene.session?.tenant.domain ?? "The tenant")
    let problem = Line([Span("! ", .danger), Span(explanation.problem, .danger)], hanging: 2)
    let remedy = Line(Span("\(explanation.remedy)  "), Span(again(scene), .accent), indentation: 2)
    let columns = max(1, rect.columns - 2)
    let lines = problem.wrapped(to: columns) + remedy.wrapped(to: columns)
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      frame.draw(
        line: line, at: rect.left + 1, rect.top + index, columns: columns, theme: scene.theme)
    }
  }

  private func again(_ scene: Scene) -> String {
    guard isWaiting, let retryAt = error.retryAt else {
      return "\(Key.control("r").label) try again"
    }
    let seconds = max(0, Int(retryAt.timeIntervalSince(scene.now).rounded(.up)))
    return "Trying again in \(seconds) s"
  }
}

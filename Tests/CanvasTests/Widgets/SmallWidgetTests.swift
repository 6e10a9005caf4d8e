import Canvas
import Testing

@Suite struct SmallWidgetTests {
  @Test(
    "Each state of a button has its own shape",
    arguments: [
      (Button.State.plain, "[ Remove  y ]"), (.focused, "[▸Remove  y◂]"),
      (.disabled, "  Remove  y"),
    ])
  func button(state: Button.State, expected: String) {
    let button = Button("Remove", key: "y", state: state)
    var frame = Frame(size: Size(columns: 20, rows: 1))
    let rect = button.draw(on: &frame, at: 0, 0, theme: .dark)
    #expect(frame.text == [expected])
    #expect(rect == button.rect(at: 0, 0))
    #expect(rect.columns == 13)
  }

  @Test("A button at the frame's edge can be hit where it is seen")
  func buttonAtTheEdge() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    let rect = Button("Cancel").draw(on: &frame, at: 4, 0, theme: .dark)
    #expect(rect == Rect(column: 4, row: 0, columns: 6, rows: 1))
  }

  @Test(
    "A gauge is full only when all is done",
    arguments: [
      (0, "░░░░"), (0.5, "██░░"), (0.54, "██▏░"), (0.999, "███▉"), (1, "████"), (7, "████"),
      (-1, "░░░░"), (.nan, "░░░░"),
    ])
  func gauge(fraction: Double, expected: String) {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    Gauge(fraction: fraction).draw(on: &frame, at: 1, 0, columns: 4, theme: .dark)
    #expect(frame.text == [" " + expected])
  }

  @Test(
    "A toast starts with a shape, and covers what stood there",
    arguments: [(StyleRole.ok, "✓"), (.danger, "!"), (.warning, "!"), (.text, "·")])
  func toast(role: StyleRole, mark: String) {
    var frame = Frame(size: Size(columns: 20, rows: 2))
    frame.draw("xxxxxxxxxxxxxxxxxxxx", at: 0, 0, columns: 20, style: .plain)
    Toast(Line("Removed Admin"), role: role).draw(on: &frame, in: Rect(frame.size), theme: .dark)
    #expect(frame.text == [" \(mark) Removed Admin", ""])
  }
}

import Testing

@testable import Terminal

@Suite("Sequences to the terminal")
struct SequenceTests {
  @Test(
    "Base 64 is that of the standard",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{FF}ÿ?>", "w7/Dvz8+"),
    ])
  func base64(text: String, expected: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "Text for the clipboard is wrapped for what stands between",
    arguments: [
      (.none, "\u{1B}]52;c;Zm9v\u{07}"),
      (.tmux, "\u{1B}]52;c;Zm9v\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{07}\u{1B}\\"),
      (.screen, "\u{1B}P\u{1B}]52;c;Zm9v\u{07}\u{1B}\\"),
    ] as [(ClipboardSequence.Multiplexer, String)])
  func clipboard(multiplexer: ClipboardSequence.Multiplexer, expected: String) {
    let bytes = ClipboardSequence(text: "foo").bytes(through: multiplexer)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("GNU screen gets long text in pieces that it takes")
  func longClipboard() {
    let text = String(repeating: "x", count: 1000)
    let bytes = ClipboardSequence(text: text).bytes(through: .screen)
    let pieces = String(decoding: bytes, as: UTF8.self).split(separator: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 242 })
    let plain = ClipboardSequence(text: text).bytes(through: .none)
    #expect(pieces.map { $0.dropFirst(2) }.joined() == String(decoding: plain, as: UTF8.self))
  }

  @Test(
    "The environment tells what stands between",
    arguments: [
      ([:], .none), (["TERM": "xterm-256color"], .none),
      (["TMUX": "/tmp/x", "TERM": "screen"], .tmux),
      (["TERM": "tmux-256color"], .tmux), (["STY": "1.pts"], .screen),
      (["TERM": "screen"], .screen),
    ] as [([String: String], ClipboardSequence.Multiplexer)])
  func multiplexer(environment: [String: String], expected: ClipboardSequence.Multiplexer) {
    #expect(ClipboardSequence.Multiplexer { environment[$0] } == expected)
  }

  @Test(
    "A title holds nothing that could end it or turn it around",
    arguments: [
      ("Ana Lima", "Ana Lima"), ("a\u{1B}]2;b\u{07}c", "a]2;bc"),
      ("\u{9C}x\u{202E}y\u{200B}", "xy"),
      ("日本 é\n", "日本 é"),
    ])
  func title(title: String, expected: String) {
    let bytes = TitleSequence(title: title).bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]2;\(expected)\u{07}")
  }

  @Test("An error is a sentence that names its cause")
  func errors() {
    #expect("\(ScreenError(.unknownTerminalType, context: "x\ny"))".contains(#""x\ny""#))
    #expect("\(ScreenError(.notATerminal))".hasSuffix("."))
  }
}

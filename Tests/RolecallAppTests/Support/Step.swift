import Testing

/// One thing that a person or the tenant does, so that a table can say what happens in which order.
enum Step: Hashable, Sendable, CustomTestStringConvertible {
  /// Keys that arrive in one write.
  case write(String)
  /// A text is pasted.
  case paste(String)
  /// What the removal costs has been read.
  case facts
  /// The frame has stood for 250 ms.
  case settled

  var testDescription: String {
    switch self {
    case .write(let keys): keys
    case .paste(let text): "paste(\(text))"
    case .facts: "facts"
    case .settled: "settled"
    }
  }
}

extension AppDriver {
  /// Does one thing after the other.
  func follow(_ steps: [Step], sourceLocation: SourceLocation = #_sourceLocation) {
    for step in steps {
      switch step {
      case .write(let keys): burst(keys, sourceLocation: sourceLocation)
      case .paste(let text): paste(text)
      case .facts: answerFacts(sourceLocation: sourceLocation)
      case .settled: settle(sourceLocation: sourceLocation)
      }
    }
  }
}

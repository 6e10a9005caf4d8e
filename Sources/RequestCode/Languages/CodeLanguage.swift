/// A language that a call can be shown in.
package enum CodeLanguage: String, Hashable, Sendable, CaseIterable {
  case curl
  case csharp
  case go
  case java
  case node
  case objc
  case php
  case python
  case ruby
  case swift

  /// The language's own name.
  package var title: String {
    switch self {
    case .curl: "cURL"
    case .csharp: "C#"
    case .go: "Go"
    case .java: "Java"
    case .node: "Node.js"
    case .objc: "Objective-C"
    case .php: "PHP"
    case .python: "Python"
    case .ruby: "Ruby"
    case .swift: "Swift"
    }
  }

  /// What a file with such a program is called in the program's own words on how to run it.
  package var fileName: String {
    switch self {
    case .curl: "call.sh"
    case .csharp: "Call.cs"
    case .go: "call.go"
    case .java: "Call.java"
    case .node: "call.mjs"
    case .objc: "call.m"
    case .php: "call.php"
    case .python: "call.py"
    case .ruby: "call.rb"
    case .swift: "call.swift"
    }
  }

  /// The next language in the order of the list, and after the last the first.
  package var next: CodeLanguage {
    let all = Self.allCases
    guard let place = all.firstIndex(of: self) else { return self }
    return all[(place + 1) % all.count]
  }
}

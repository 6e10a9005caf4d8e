extension CodeRequest {
  /// The call as a complete program, in plain ASCII.
  ///
  /// It uses the language's standard client, checks the tenant's certificate, follows no redirect (the
  /// token goes to the tenant alone), reads the token from the environment variable `AUTH0_API_TOKEN`
  /// and never prints it. It prints the status and the answer, and fails on a status that is no 2xx.
  package func program(in language: CodeLanguage) -> String {
    switch language {
    case .curl: curl
    case .csharp: csharp
    case .go: go
    case .java: java
    case .node: node
    case .objc: objectiveC
    case .php: php
    case .python: python
    case .ruby: ruby
    case .swift: swift
    }
  }
}

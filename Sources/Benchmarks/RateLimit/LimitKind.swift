import ArgumentParser

/// How a tenant's rate limit is filled again.
enum LimitKind: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// As many calls in each second, which begins anywhere within the clock's.
  case windows
  /// Two and a half seconds' worth at once, and a second's worth back with each second.
  case steps
  /// The same, but what comes back comes one by one.
  case flow
}

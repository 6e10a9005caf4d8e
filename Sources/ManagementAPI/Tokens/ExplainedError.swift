package import AccessModel

/// An error that says itself what is wrong and what to do about it.
package protocol ExplainedError: Error, Sendable {
  /// What is wrong, and what to do about it; never holds a secret.
  var explanation: Explanation { get }
}

/// Two lines for a person: what is wrong, and what to do about it.
package struct Explanation: Hashable, Sendable {
  /// What is wrong; may hold a tenant's words, which pass the text gate where they are shown.
  package var problem: String
  /// What to do about it.
  package var remedy: String

  /// An explanation.
  package init(_ problem: String, _ remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }
}

package import AccessModel

/// A plan file that could not be read from the disk, or written to it.
package struct PlanFileFailure: Error, Hashable, Sendable {
  /// What went wrong; switch on this, never on the sentence.
  package enum Code: Hashable, Sendable {
    /// There is no such file, or no such folder.
    case missing
    /// A file of this name is there already: a plan that was agreed upon is never written over.
    case exists
    /// This user may not.
    case notAllowed
    /// It is a folder, a device or something else that is no file.
    case notAFile
    /// It is larger than a plan can be.
    case tooLarge
    /// The disk is full, or the user's share of it.
    case diskFull
    /// Anything else, by the system's number.
    case system(Int32)
  }

  /// What went wrong.
  package var code: Code
  /// The path, as it was given.
  package var path: String

  /// A failure.
  package init(_ code: Code, path: String) {
    self.code = code
    self.path = path
  }

  /// What went wrong, and what to do.
  package var explanation: Explanation {
    switch code {
    case .missing:
      Explanation("There is no \(path), or no folder for it.", "Check the path.")
    case .exists:
      Explanation(
        "\(path) is there already, and a plan is never written over.",
        "Give another name, or remove it first.")
    case .notAllowed:
      Explanation("\(path) may not be read or written by this user.", "Choose another folder.")
    case .notAFile: Explanation("\(path) is not a file.", "Give the path of a plan file.")
    case .tooLarge: Explanation("\(path) is larger than a plan can be.", "Check the path.")
    case .diskFull:
      Explanation("The disk is full; \(path) was not written.", "Make room, and plan again.")
    case .system(let number):
      Explanation("\(path) could not be read or written (error \(number)).", "Try another folder.")
    }
  }
}

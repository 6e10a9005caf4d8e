/// Why a plan file is refused, and at which line.
package struct PlanFileError: Error, Hashable, Sendable {
  /// What is wrong; switch on this, never on the sentence.
  package enum Code: Hashable, Sendable {
    /// The file has no line at all.
    case empty
    /// The file is larger than a plan can be.
    case tooLarge
    /// The last line does not end: the rest is missing.
    case endsWithinLine
    /// The header names other numbers of changes than there are: lines are missing, or were added.
    case otherCount(announced: Int, found: Int)
    /// A line is longer than any change is.
    case lineTooLong
    /// A line is no UTF-8.
    case notText
    /// A line is no JSON object.
    case malformed(RawJSON.Malformed)
    /// A line is JSON, but no object.
    case notAnObject
    /// A key stands twice in one object.
    case duplicateKey(String)
    /// A key that this version does not have.
    case unknownKey(String)
    /// A key that must be there and is not.
    case missingKey(String)
    /// A value that its key cannot have.
    case unusableValue(String)
    /// An id that holds control characters, or marks that nobody can see.
    case hiddenCharacters(String)
    /// The first line is no plan's header.
    case noHeader
    /// A version of the form that this program does not read.
    case version(Int)
    /// A second header, of this tenant or another: two plans in one file.
    case secondHeader(tenant: String?)
    /// The same change as in an earlier line.
    case duplicateChange(line: Int)
    /// The opposite of an earlier line.
    case contradiction(line: Int)
  }

  /// What is wrong.
  package var code: Code
  /// The line, from 1; 0 where it is about the whole file.
  package var line: Int

  /// An error at a line.
  package init(_ code: Code, line: Int) {
    self.code = code
    self.line = line
  }
}

extension PlanFileError {
  /// What is wrong and what to do about it; may hold the file's own words, which pass the text gate where
  /// they are shown.
  package var explanation: Explanation {
    Explanation(
      "\(line > 0 ? "Line \(line) of the plan" : "The plan"): \(problem).",
      "Nothing was sent. \(remedy)")
  }

  private var problem: String {
    switch code {
    case .empty: "the file is empty"
    case .tooLarge: "the file is larger than a plan can be"
    case .endsWithinLine: "the file ends in the middle of a line; the rest is missing"
    case .otherCount(let announced, let found):
      "the header announces \(announced) changes, and there are \(found)"
    case .lineTooLong: "the line is longer than any change is"
    case .notText: "the line is not UTF-8"
    case .malformed(let fault): "the line is \(fault.description)"
    case .notAnObject: "the line is not a JSON object"
    case .duplicateKey(let key): "the key \"\(key)\" stands twice"
    case .unknownKey(let key): "the key \"\(key)\" is not one of a plan's"
    case .missingKey(let key): "the key \"\(key)\" is missing"
    case .unusableValue(let key): "the value of \"\(key)\" cannot be used"
    case .hiddenCharacters(let key): "\"\(key)\" holds characters that nobody can see"
    case .noHeader: "the first line is not the header of a plan"
    case .version(let version): "it is of version \(version), and this program reads version 1"
    case .secondHeader(let tenant):
      "a second header\(tenant.map { ", of \($0)" } ?? ""): these are two plans in one file"
    case .duplicateChange(let line): "the same change stands in line \(line)"
    case .contradiction(let line): "line \(line) says the opposite"
    }
  }

  private var remedy: String {
    switch code {
    case .empty, .tooLarge, .endsWithinLine, .otherCount: "Get the file again from who planned it."
    case .version: "Use the version of rolecall that wrote it, or plan again."
    case .secondHeader: "Apply each plan by itself."
    case .lineTooLong, .notText, .malformed, .notAnObject, .duplicateKey, .unknownKey,
      .missingKey, .unusableValue, .hiddenCharacters, .noHeader, .duplicateChange,
      .contradiction:
      "Plan again with rolecall rather than by hand."
    }
  }
}

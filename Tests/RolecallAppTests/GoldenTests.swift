import AccessModel
import Canvas
import FoundationEssentials
import GoldenFrames
import RolecallApp
import Testing

@Suite("The screens as they look")
struct GoldenTests {
  /// A moment of the program, and the sizes in which it is compared.
  struct Moment: Sendable, CustomTestStringConvertible {
    var name: String
    var sizes: [Size] = [GoldenTests.normal]
    var theme: Theme = .dark
    var driver: @Sendable (Size, Theme) throws -> AppDriver

    var testDescription: String { name }

    /// What its golden files are called, one a size.
    var files: [(name: String, size: Size)] {
      sizes.map { ("\(name)-\($0.columns)x\($0.rows)", $0) }
    }
  }

  static let normal = Size(columns: 80, rows: 24)
  static let all = [
    normal, Size(columns: 120, rows: 40), Size(columns: 40, rows: 12),
    Size(columns: 32, rows: 8),
  ]
  static let readable = Array(all.prefix(3))

  static let moments =
    usersMoments + marksMoments + userMoments + userAccessMoments + assignMoments + roleMoments
    + questionMoments
    + planMoments + otherChangeMoments + recordMoments + userLogMoments + apiLogMoments
    + otherMoments

  @Test("Each frame is as it was when somebody looked at it", arguments: moments)
  func looks(_ moment: Moment) throws {
    for (name, size) in moment.files {
      let driver = try moment.driver(size, moment.theme)
      expectGolden(driver.frame, name)
      _ = (driver.takeReads(), driver.takeWaits())
    }
  }

  @Test("No golden file is left over")
  func orphans() {
    expectNoOrphans(names: Self.moments.flatMap { $0.files.map(\.name) })
  }
}

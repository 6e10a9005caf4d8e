extension BinaryInteger {
  /// The number with commas between thousands, such as `48,210`.
  var grouped: String {
    guard magnitude >= 1_000 else { return String(self) }
    let digits = String(magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return self < 0 ? "-" + grouped : grouped
  }

  /// The number and a noun, in the singular or with an `s`: `1 role`, `4 roles`.
  func of(_ noun: String) -> String {
    "\(grouped) \(noun)\(self == 1 ? "" : "s")"
  }
}

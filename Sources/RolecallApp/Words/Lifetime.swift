/// How long something lives, in the words of a person who need not know it more exactly.
struct Lifetime {
  /// The time in seconds.
  let seconds: Int

  /// The words, such as `24 h`.
  var words: String {
    if seconds >= 172_800 { return "\(seconds / 86_400) days" }
    if seconds >= 3_600 { return "\(seconds / 3_600) h" }
    return seconds >= 60 ? "\(seconds / 60) min" : "\(seconds) s"
  }
}

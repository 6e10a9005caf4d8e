/// Visible ASCII as a literal of a language, quotes included.
extension String {
  /// As in a shell, where nothing between apostrophes means anything else.
  var shellLiteral: String { "'" + replacing("'", with: #"'\''"#) + "'" }

  /// As in Node.js, PHP, Python and Ruby, where nothing is interpolated between apostrophes.
  var singleQuoted: String {
    "'" + replacing(#"\"#, with: #"\\"#).replacing("'", with: #"\'"#) + "'"
  }

  /// As in C#, Go, Java, Objective-C and Swift, where nothing is interpolated without a backslash.
  var doubleQuoted: String {
    "\"" + replacing(#"\"#, with: #"\\"#).replacing("\"", with: #"\""#) + "\""
  }
}

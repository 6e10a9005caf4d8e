/// What a program did about one key.
struct Repaint {
  /// From the key to the first byte of output.
  var firstByte: Duration
  /// From the key to the last byte of output.
  var lastByte: Duration
  /// How many bytes there were.
  var bytes: Int
}

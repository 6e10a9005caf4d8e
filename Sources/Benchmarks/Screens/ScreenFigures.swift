/// What was measured of one program's screen.
struct ScreenFigures {
  /// What the program is called.
  let name: String
  /// Whether only its answers to keys were measured.
  let isFloor: Bool
  /// From the start to the end of the first frame, in milliseconds.
  var firstFrame = Sample()
  /// From the start to the end of the frame with the first rows, in milliseconds.
  var firstRows = Sample()
  /// From a key to the first byte of the repaint, in milliseconds.
  var firstByte = Sample()
  /// From a key to the last byte of the repaint, in milliseconds.
  var lastByte = Sample()
  /// What its threads did for a key on a processor, in milliseconds.
  var running = Sample()
  /// How long its threads were ready for that and had to wait for a processor, in milliseconds.
  var waiting = Sample()
  /// The bytes of a repaint.
  var bytes = Sample()
  /// Memory with the first screen.
  var memoryAtFirst = ProcessFigures.Memory(resident: 0, proportional: 0)
  /// Memory after 200 movements.
  var memoryLater = ProcessFigures.Memory(resident: 0, proportional: 0)
  /// How often its threads woke up while nothing happened, each thread for itself.
  var wakeups: [Int] = []
}

import Dispatch
import Glibc
import Synchronization

/// Lets a command end in order when it is interrupted or asked to end.
final class EndSignals {
  private let numbers: [Int32]
  private let sources: [any DispatchSourceSignal]
  private let received: Received

  private final class Received: Sendable {
    let number = Mutex<Int32?>(nil)
  }

  /// Calls `end`, on a thread of its own, at the first of the signals; a second one of its kind ends the
  /// process at once.
  ///
  /// - Parameters:
  ///   - numbers: The signals; one that who started the process has it ignore stays ignored.
  ///   - end: What ends in order.
  init(_ numbers: [Int32] = [SIGINT, SIGTERM], _ end: @escaping @Sendable () -> Void) {
    let received = Received()
    self.received = received
    self.numbers = numbers.filter { !Self.isIgnored($0) }
    sources = self.numbers.map { number in
      // What is ignored still reaches the source, and no more ends the process.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        received.number.withLock { $0 = number }
        end()
      }
      source.resume()
      return source
    }
  }

  /// Gives the signals back their usual meaning, and lets the one that came end the process now, so
  /// that whoever started it sees what ended it.
  func stop() {
    if let number = release() { raise(number) }
  }

  /// Gives the signals back their usual meaning.
  ///
  /// - Returns: The signal that came; `nil` where none did.
  @discardableResult
  func release() -> Int32? {
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
    return received.number.withLock { $0 }
  }

  /// Whether the process was started so that it ignores a signal, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    // SIG_IGN is the address 1, where no function is.
    return withUnsafeBytes(of: action.__sigaction_handler) { $0.load(as: Int.self) == 1 }
  }
}

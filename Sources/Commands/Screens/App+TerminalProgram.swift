package import Canvas
package import RolecallApp
import Terminal

extension App: TerminalProgram {
  package static func message(for event: Event) -> Message { .event(event) }
}

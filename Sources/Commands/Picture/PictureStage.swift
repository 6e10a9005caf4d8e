import AccessModel
import Canvas
import Effects
import FoundationEssentials
import RolecallApp

/// The app, driven without a terminal to a moment that is to be drawn.
struct PictureStage {
  private var app: App
  private let keys: [Key]
  private let reader: TenantReader

  /// The app before the first key.
  init(_ scene: PictureScene, access: TenantAccess, now: Date) {
    app = App(
      session: access.session, title: access.session.tenant.domain, user: scene.user,
      run: "picture", now: now, size: Size(columns: 100, rows: 30), theme: .dark)
    keys = [Key](notation: scene.keys) ?? []
    reader = TenantReader(access) { _ in }
  }

  /// What the terminal shows.
  var frame: Frame { app.view(size: app.size) }

  /// Presses the keys, each once the tenant has answered the one before, and lets a question settle.
  mutating func play() async {
    await carryOut(app.start())
    for key in keys { await carryOut(app.update(.event(.key(key)))) }
    if let hold = frame.hold { await carryOut(app.update(.event(.settled(hold)))) }
  }

  private mutating func carryOut(_ effects: [Effect]) async {
    for effect in effects {
      switch effect {
      case .read(let read, let generation):
        var replies: [Reply] = []
        await reader.answer(read) { replies.append($0) }
        for reply in replies { await carryOut(app.update(.reply(generation, reply))) }
      case .wait(_, let wait):
        // Typing pauses as soon as the key is pressed; a notice is drawn as long as it is new.
        if case .typing = wait { await carryOut(app.update(.waited(wait))) }
      default: break
      }
    }
  }
}

import AccessModel
import Changes
import FoundationEssentials
import LocalTenant
import SeededRandomness
import TerminalEmulator
import Testing

/// A process that carries out a plan is killed by SIGKILL, and another goes on, until it is done.
///
/// By itself it kills some 20 times over 120 changes. The long version kills as often as it is told, over
/// 1,000 changes each time the plan is done and taken back again:
/// `ROLECALL_CRASH_ROUNDS=500 swift test --filter RunCrashTests`
@Suite("A run whose process is killed", .ownThread)
struct RunCrashTests {
  private static let rounds = ProcessInfo.processInfo.environment["ROLECALL_CRASH_ROUNDS"]
    .flatMap { Int($0) }

  /// Each named moment, and the so-manieth of its kind.
  private static let moments = [
    ("recording", 3), ("intended", 1), ("sent", 3), ("applied", 2), ("answered", 5),
    ("recording", 60), ("intended", 30), ("applied", 17), ("sent", 20), ("verifying", 1),
  ]

  @Test("whenever it is killed, in the end tenant and journal agree with the plan")
  func killed() async throws {
    guard let rounds = Self.rounds else {
      try await withRunTenant(holders: 120) { tenant in
        var crash = CrashRun(tenant, seed: UInt64.random(in: .min ... .max))
        for (moment, number) in Self.moments {
          try await crash.kill(during: "remove", at: moment, number: number)
        }
        try await crash.finish("remove")
        #expect(tenant.holdersNow.isEmpty)
        for (moment, number) in Self.moments {
          try await crash.kill(during: "undo", at: moment, number: min(number, 2))
        }
        let restored = try await crash.finish("undo")
        #expect(tenant.holdersNow == restored)
      }
      return
    }
    // A tenant of its own each time: its log would name the plans of all times alike.
    for _ in 0..<(rounds + 49) / 50 {
      try await withRunTenant(holders: 1_000) { tenant in
        var crash = CrashRun(tenant, seed: UInt64.random(in: .min ... .max))
        for what in ["remove", "undo"] {
          for _ in 0..<25 { try await crash.killSomewhere(during: what) }
          let users = try await crash.finish(what)
          #expect(tenant.holdersNow == (what == "undo" ? users : []))
        }
      }
    }
  }
}

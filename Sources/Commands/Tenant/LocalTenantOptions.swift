import ArgumentParser
import FoundationEssentials
import LocalTenant

/// What a local tenant is like.
struct LocalTenantOptions: ParsableArguments {
  @Option(help: "How many people it has: 10 to 200,000.") var users = 2_500
  @Option(help: "What its people are drawn from: the same seed, the same people.") var seed:
    UInt64 = 1
  @Option(help: "How many milliseconds each answer takes longer.") var latency = 0
  @Option(help: "Whose rate limit it has: free, essentials or enterprise.")
  var subscription = TenantConfiguration.Subscription.enterprise
  @Option(help: "How many calls a second it takes, in place of the subscription's.")
  var rate: Double?
  @Option(help: "How many calls it takes at once, in place of the subscription's.")
  var burst: Int?

  mutating func validate() throws {
    guard TenantConfiguration.userRange.contains(users) else {
      throw ValidationError("--users takes 10 to 200000.")
    }
    guard (0...600_000).contains(latency) else {
      throw ValidationError("--latency takes 0 to 600000 milliseconds.")
    }
    if let rate, !(rate > 0 && rate <= 1_000_000) {
      throw ValidationError("--rate takes a number above 0, up to 1000000.")
    }
    if let burst, !(1...1_000_000).contains(burst) {
      throw ValidationError("--burst takes 1 to 1000000.")
    }
  }

  /// The tenant that is wanted.
  func configuration(port: Int, now: Date) throws -> TenantConfiguration {
    TenantConfiguration(
      users: users, seed: seed, port: port, latency: .milliseconds(latency),
      subscription: subscription, rate: rate, burst: burst, now: now)
  }
}

extension TenantConfiguration.Subscription: ExpressibleByArgument {}

import Testing

@testable import LocalTenant

@Suite("Rate limit")
struct TokenBucketTests {
  @Test("A burst empties the bucket, and the next window refills it")
  func burst() {
    var bucket = TokenBucket(capacity: 2, refillPerSecond: 2)
    #expect(bucket.take(at: .zero).remaining == 1)
    #expect(bucket.take(at: .milliseconds(10)).remaining == 0)
    let refused = bucket.take(at: .milliseconds(999))
    #expect(!refused.isAllowed)
    #expect(refused.limit == 2)
    #expect(refused.remaining == 0)
    #expect(refused.reset == .seconds(1))
    #expect(bucket.take(at: .milliseconds(1000)).isAllowed)
  }

  @Test("The refill is the rate, not the burst")
  func refill() {
    var bucket = TokenBucket(capacity: 50, refillPerSecond: 16)
    for _ in 0..<50 { #expect(bucket.take(at: .zero).isAllowed) }
    let allowed = (0..<50).count { _ in bucket.take(at: .seconds(1)).isAllowed }
    #expect(allowed == 16)
  }

  @Test("A broken rate adds up: 150 a minute are 5 in two seconds")
  func brokenRate() {
    var bucket = TokenBucket(capacity: 10, refillPerSecond: 2.5)
    for _ in 0..<10 { _ = bucket.take(at: .zero) }
    #expect((0..<9).count { _ in bucket.take(at: .seconds(1)).isAllowed } == 2)
    #expect((0..<9).count { _ in bucket.take(at: .seconds(2)).isAllowed } == 3)
  }

  @Test("The bucket never holds more than its size, and time never runs backwards")
  func bounds() {
    var bucket = TokenBucket(capacity: 3, refillPerSecond: 1)
    #expect(bucket.take(at: .seconds(1_000)).remaining == 2)
    #expect(bucket.take(at: .seconds(1)).remaining == 1)
    #expect(bucket.take(at: .seconds(1)).reset == .seconds(1_001))
  }

  @Test(
    "Subscriptions have Auth0's buckets",
    arguments: [
      (TenantConfiguration.Subscription.free, 2, 2.0), (.essentials, 10, 2.5),
      (.enterprise, 50, 16.0),
    ])
  func subscriptions(
    subscription: TenantConfiguration.Subscription, burst: Int, rate: Double
  ) throws {
    let table = LimitTable(TenantConfiguration(subscription: subscription))
    let bucket = try #require(table.global ?? table.families[.other])
    #expect(bucket.capacity == burst)
    #expect(bucket.refillPerSecond == rate)
  }

  @Test("Families have buckets of their own, where the subscription has them")
  func families() {
    let essentials = LimitTable(TenantConfiguration(subscription: .essentials))
    #expect(essentials.global == nil)
    #expect(essentials.families[.readUsers]?.capacity == 40)
    #expect(essentials.families[.organizationMemberRoles]?.capacity == 20)
    let enterprise = LimitTable(TenantConfiguration(subscription: .enterprise))
    #expect(enterprise.families[.readUsers] == nil)
    #expect(enterprise.families[.readOrganizations]?.capacity == 10)
    #expect(LimitTable(TenantConfiguration(subscription: .free)).families.isEmpty)
    #expect(LimitTable(TenantConfiguration(rate: 5)).families.isEmpty)
  }

  @Test("The bucket for all calls is asked first, and the narrower one is told of")
  func order() {
    let limit = RateLimit(
      LimitTable(
        global: TokenBucket(capacity: 3, refillPerSecond: 0),
        families: [.readOrganizations: TokenBucket(capacity: 1, refillPerSecond: 0)]))
    #expect(limit.take(.readOrganizations).bucket.limit == 1)
    let refused = limit.take(.readOrganizations)
    #expect(!refused.isAllowed)
    #expect(!refused.isGlobal)
    let other = limit.take(.other)
    #expect(other.isAllowed)
    #expect(other.bucket.limit == 3)
    #expect(limit.take(.readOrganizations).isGlobal)
  }

  @Test("A rate alone gives a bucket that lets it through")
  func rateAlone() {
    func capacity(_ configuration: TenantConfiguration) -> Int? {
      LimitTable(configuration).global?.capacity
    }
    #expect(capacity(TenantConfiguration(rate: 100_000)) == 100_000)
    #expect(capacity(TenantConfiguration(rate: 5)) == 50)
    #expect(capacity(TenantConfiguration(rate: 100, burst: 3)) == 3)
  }
}

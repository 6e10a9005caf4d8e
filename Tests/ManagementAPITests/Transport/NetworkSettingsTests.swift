import AccessModel
import Testing

@testable import ManagementAPI

@Suite("The network's settings")
struct NetworkSettingsTests {
  @Test(
    "Addresses of proxies",
    arguments: [
      ("http://proxy.example:3128", "proxy.example", 3_128),
      ("http://proxy.example", "proxy.example", 80),
      ("proxy.example:8080", "proxy.example", 8_080), ("proxy.example", "proxy.example", 1_080),
      ("HTTP://10.0.0.1:1/", "10.0.0.1", 1),
    ])
  func addresses(text: String, host: String, port: Int) {
    let address = ProxyAddress(text)
    #expect(address?.host == host)
    #expect(address?.port == port)
    #expect(address?.user == nil)
  }

  @Test("A proxy's user and password are decoded, and never shown")
  func password() {
    let address = ProxyAddress("http://ana:p%40ss%3A@proxy.example:3128")
    #expect(address?.user?.exposed == "ana")
    #expect(address?.password?.exposed == "p@ss:")
    #expect(address.map { "\($0)" }?.contains("p@ss") == false)
  }

  @Test(
    "What is no address of a proxy is refused, without repeating it",
    arguments: [
      "https://proxy.example", "socks5://proxy.example", "http://", "http://a:b:c",
      "http://a:99999",
      "http://a:0", "http://u:CANARY@b/path", "http://a b",
    ])
  func refused(text: String) {
    let fault = #expect(throws: NetworkSettings.Fault.self) {
      try NetworkSettings(environment: ["HTTPS_PROXY": text])
    }
    #expect(fault?.description.contains("CANARY") == false)
  }

  @Test(
    "Hosts that are reached without a proxy",
    arguments: [
      ("acme.eu.auth0.com", "acme.eu.auth0.com", true), ("auth0.com", "acme.eu.auth0.com", true),
      (".auth0.com", "acme.eu.auth0.com", true), ("*.auth0.com", "acme.eu.auth0.com", true),
      ("0.com", "acme.eu.auth0.com", false), ("other, AUTH0.com", "acme.eu.auth0.com", true),
      ("*", "acme.eu.auth0.com", true), ("auth0.com:443", "acme.eu.auth0.com", true),
      ("auth0.com:8443", "acme.eu.auth0.com", false), ("", "acme.eu.auth0.com", false),
    ])
  func exceptions(list: String, host: String, isHeld: Bool) throws {
    #expect(ProxyExceptions(text: list).hold(host: host, port: 443) == isHeld)
    let settings = try NetworkSettings(
      environment: ["https_proxy": "http://proxy.example:3128", "no_proxy": list])
    let proxy = try settings.proxy(for: TenantEndpoint(domain: host))
    #expect((proxy == nil) == isHeld)
  }

  @Test("This machine is never reached through a proxy")
  func loopback() throws {
    let settings = try NetworkSettings(environment: ["HTTPS_PROXY": "http://proxy.example:3128"])
    #expect(try settings.proxy(for: TenantEndpoint(domain: "127.0.0.1:4400")) == nil)
    #expect(try settings.proxy(for: TenantEndpoint(domain: "acme.eu.auth0.com")) != nil)
  }

  @Test("A file of authorities that cannot be read is said, and names the setting")
  func authorities() throws {
    let settings = try NetworkSettings(environment: ["ROLECALL_CA_FILE": "/no/such/file.pem"])
    let fault = #expect(throws: NetworkSettings.Fault.self) { try settings.trust() }
    #expect(fault?.description.contains("ROLECALL_CA_FILE") == true)
  }
}

import NIOSSL

/// A certificate that nobody trusts, made for tests alone: `tenant.example`, signed by itself.
struct TestCertificate: Sendable {
  /// What a server needs to present it.
  func serverContext() throws -> NIOSSLContext {
    let certificate = try NIOSSLCertificate(bytes: Array(Self.certificate.utf8), format: .pem)
    let key = try NIOSSLPrivateKey(bytes: Array(Self.key.utf8), format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
  }

  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgew0M0ttjMbb38O8c
    Csw1GVbwYyTkq98BbaMQyA9D+y6hRANCAAS+rPwuw8v6VBAW8f7TgdGe9xBvikJ2
    xHZ+IJdb03OQ+VMVPcbXxHy4waTxVRk++osIoB7+r91qtEdSjvulcqBJ
    -----END PRIVATE KEY-----
    """

  /// The certificate, which is its own authority.
  static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBpDCCAUqgAwIBAgIUQYGK86FvlZDEw0jRYGZS1ZeWaVkwCgYIKoZIzj0EAwIw
    GTEXMBUGA1UEAwwOdGVuYW50LmV4YW1wbGUwIBcNMjYxMTIzMjE0NDA3WhgPMjEy
    NjEwMzAyMTQ0MDdaMBkxFzAVBgNVBAMMDnRlbmFudC5leGFtcGxlMFkwEwYHKoZI
    zj0CAQYIKoZIzj0DAQcDQgAEvqz8LsPL+lQQFvH+04HRnvcQb4pCdsR2fiCXW9Nz
    kPlTFT3G18R8uMGk8VUZPvqLCKAe/q/darRHUo77pXKgSaNuMGwwHQYDVR0OBBYE
    FEUxveyHsr9BF7zIlsaYShqlfC6aMB8GA1UdIwQYMBaAFEUxveyHsr9BF7zIlsaY
    ShqlfC6aMA8GA1UdEwEB/wQFMAMBAf8wGQYDVR0RBBIwEIIOdGVuYW50LmV4YW1w
    bGUwCgYIKoZIzj0EAwIDSAAwRQIhAOfcYwtCEfrWfXPdnzXx39sosT8N0nbwpSD8
    7GK+pla8AiA/4BJNgw0pMcqq9XUP7DjFsUXqMbkmfxioTeFFDd1T2w==
    -----END CERTIFICATE-----
    """
}

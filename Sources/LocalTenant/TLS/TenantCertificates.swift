import Crypto
import FoundationEssentials
import NIOSSL
import SwiftASN1
import X509

/// A certificate authority that lives as long as the tenant, and the certificate that it signed.
struct TenantCertificates: Sendable {
  /// The authority's own certificate as PEM, for clients to trust.
  let authority: String
  private let certificate: String
  private let key: String

  /// Makes both anew, for a tenant with these names.
  init(names: [String]) throws {
    let authorityKey = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let serverKey = P256.Signing.PrivateKey()
    let issuer = try DistinguishedName {
      OrganizationName("rolecall")
      CommonName("Local tenant, made for one run")
    }
    let root = try Self.root(issuer, authorityKey)
    let server = try Self.server(
      names, Certificate.PrivateKey(serverKey).publicKey, issuer: issuer, authorityKey)
    authority = try root.serializeAsPEM().pemString + "\n"
    certificate = try server.serializeAsPEM().pemString
    key = serverKey.pemRepresentation
  }

  /// What a server needs to show the certificate.
  var configuration: TLSConfiguration {
    get throws {
      TLSConfiguration.makeServerConfiguration(
        certificateChain: [
          .certificate(try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem))
        ],
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)))
    }
  }

  private static func root(
    _ name: DistinguishedName, _ key: Certificate.PrivateKey
  ) throws -> Certificate {
    try signed(
      key.publicKey, subject: name, issuer: name, key,
      Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: key.publicKey)
      })
  }

  private static func server(
    _ names: [String], _ publicKey: Certificate.PublicKey, issuer: DistinguishedName,
    _ authorityKey: Certificate.PrivateKey
  ) throws -> Certificate {
    let loopback = GeneralName.ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1]))
    let authority = SubjectKeyIdentifier(hash: authorityKey.publicKey)
    return try signed(
      publicKey, subject: try DistinguishedName { CommonName("127.0.0.1") }, issuer: issuer,
      authorityKey,
      Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectKeyIdentifier(hash: publicKey)
        // Strict clients, such as Python's from 3.13 on, refuse a certificate without it.
        AuthorityKeyIdentifier(keyIdentifier: authority.keyIdentifier)
        SubjectAlternativeNames([loopback] + names.map(GeneralName.dnsName))
      })
  }

  private static func signed(
    _ publicKey: Certificate.PublicKey, subject: DistinguishedName, issuer: DistinguishedName,
    _ issuerKey: Certificate.PrivateKey, _ extensions: Certificate.Extensions
  ) throws -> Certificate {
    let (day, now) = (86_400.0, Date())
    return try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey,
      // A client's clock can be a little behind.
      notValidBefore: now.addingTimeInterval(-day), notValidAfter: now.addingTimeInterval(90 * day),
      issuer: issuer, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: extensions, issuerPrivateKey: issuerKey)
  }
}

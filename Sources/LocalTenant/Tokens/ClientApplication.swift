/// An application of the tenant, which the Management API calls a client.
struct ClientApplication: Sendable, Equatable, Codable {
  var id: String
  var name: String

  /// The application that the tenant's own Management API tokens belong to.
  static let management = ClientApplication(
    id: "rc1LocalTenantDemo0000000000001", name: "rolecall (local)")

  /// The applications that people sign in to.
  static let seeded = [
    ClientApplication(id: "rc1LocalTenantStore000000000002", name: "Acme Store"),
    ClientApplication(id: "rc1LocalTenantMobile00000000003", name: "Acme Mobile"),
    ClientApplication(id: "rc1LocalTenantBackOffice0000004", name: "Acme Back Office"),
  ]
}

import AccessModel
import Changes
import Credentials
import Effects
import FoundationEssentials
import LocalTenant
import ManagementAPI

/// The pictures of the README and the guide, drawn from the app itself on a local tenant whose people are
/// always the same.
package struct PictureAlbum: Sendable {
  /// The pictures' sources, by their names.
  package let pictures: [String: String]

  /// Opens a local tenant and goes to each moment as a person would.
  ///
  /// - Throws: What keeps the local tenant from listening, and `CancellationError`.
  package init() async throws {
    let configuration = TenantConfiguration(rate: 100_000, burst: 100_000)
    let (addresses, listening) = AsyncStream.makeStream(of: TenantAddress.self)
    pictures = try await withThrowingTaskGroup(of: [String: String]?.self) { group in
      group.addTask {
        try await TenantServer(configuration: configuration).run { listening.yield($0) }
        return nil
      }
      group.addTask {
        for await address in addresses {
          return try await Self.pictures(at: address, now: configuration.now)
        }
        return nil
      }
      defer { group.cancelAll() }
      guard let pictures = try await group.next() ?? nil else { throw CancellationError() }
      return pictures
    }
  }

  private static func pictures(
    at address: TenantAddress, now: Date
  ) async throws -> [String: String] {
    let credentials = try CredentialSource(environment: [
      "AUTH0_DOMAIN": address.domain, "AUTH0_API_TOKEN": address.token,
    ]).resolve { Date() }
    var session = credentials.session
    // The port is the system's choice, and would make each picture another.
    session.tenant.domain = "127.0.0.1:4400"
    return try await ManagementClient.withClient(
      endpoint: credentials.endpoint, source: credentials.source
    ) { client in
      let access = TenantAccess(
        session: session, reader: client, patientReader: client, writer: client,
        journal: .temporary(tenant: session.tenant.domain, version: RolecallCommand.programVersion),
        person: RunOperator(userName: "", userNumber: 0, host: "", process: 0, version: ""))
      var pictures: [String: String] = [:]
      for scene in PictureScene.all {
        var stage = PictureStage(scene, access: access, now: now)
        await stage.play()
        pictures[scene.name] = FramePicture(stage.frame, colors: .dark).svg
      }
      return pictures
    }
  }
}

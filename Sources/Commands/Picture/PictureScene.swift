import AccessModel
package import Canvas
import Credentials
import Effects
import FoundationEssentials
import LocalTenant
import ManagementAPI
import RolecallApp

/// The moment that the README shows: the question before a role is taken from somebody.
///
/// It is a frame of the app itself, on a local tenant whose people are always the same.
package struct PictureScene: Sendable {
  /// The frame that is shown.
  package let frame: Frame

  /// The picture's source.
  package var svg: String { FramePicture(frame, colors: .dark).svg }

  /// Opens a local tenant, goes to the user as a person would, and presses the trash key.
  package init() async throws {
    let configuration = TenantConfiguration()
    let (addresses, listening) = AsyncStream.makeStream(of: TenantAddress.self)
    frame = try await withThrowingTaskGroup(of: Frame?.self) { group in
      group.addTask {
        try await TenantServer(configuration: configuration).run { listening.yield($0) }
        return nil
      }
      group.addTask {
        for await address in addresses {
          return try await Self.frame(at: address, now: configuration.now)
        }
        return nil
      }
      defer { group.cancelAll() }
      guard let frame = try await group.next() ?? nil else { throw CancellationError() }
      return frame
    }
  }

  private static func frame(at address: TenantAddress, now: Date) async throws -> Frame {
    let credentials = try CredentialSource(environment: [
      "AUTH0_DOMAIN": address.domain, "AUTH0_API_TOKEN": address.token,
    ]).resolve { Date() }
    var session = credentials.session
    // The port is the system's choice, and would make each picture another.
    session.tenant.domain = "127.0.0.1:4400"
    return try await ManagementClient.withClient(
      endpoint: credentials.endpoint, source: credentials.source
    ) { client in
      var stage = Stage(
        app: App(
          session: session, title: session.tenant.domain,
          user: UserID("auth0|63d17c50e99d3933163bdda9"), run: "picture", now: now,
          size: Size(columns: 100, rows: 30), theme: .dark),
        reader: TenantReader(api: client, patient: client))
      await stage.play()
      return stage.app.view(size: stage.app.size)
    }
  }

  /// The app, driven without a terminal.
  private struct Stage {
    var app: App
    let reader: TenantReader

    mutating func play() async {
      await carryOut(app.start())
      await carryOut(app.update(.event(.key(.character("d")))))
      if let hold = app.view(size: app.size).hold {
        await carryOut(app.update(.event(.settled(hold))))
      }
    }

    private mutating func carryOut(_ effects: [Effect]) async {
      for case .read(let read, let generation) in effects {
        var replies: [Reply] = []
        await reader.answer(read) { replies.append($0) }
        for reply in replies { await carryOut(app.update(.reply(generation, reply))) }
      }
    }
  }
}

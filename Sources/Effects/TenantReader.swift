import AccessModel
import Changes
package import ManagementAPI
package import RolecallApp

/// Answers the app's questions by calls of the Management API.
package struct TenantReader: Sendable {
  private let api: any AccessReading
  private let patient: any AccessReading

  /// A reader that asks a tenant.
  ///
  /// - Parameters:
  ///   - api: Answers what a screen shows.
  ///   - patient: Answers what a question needs to have whole.
  package init(api: any AccessReading, patient: any AccessReading) {
    self.api = api
    self.patient = patient
  }

  /// The answer to a question; `nil` where it was cancelled, which is no answer.
  package func reply(to read: Read) async -> Reply? {
    do {
      return try await answer(read)
    } catch let error as APIError {
      return .failed(error)
    } catch {
      return nil
    }
  }

  private func answer(_ read: Read) async throws -> Reply {
    switch read {
    case .users(let search, let query):
      return .users(try await api.find(search, query))
    case .user(let id):
      return .user(try await api.user(id))
    case .roles(let user):
      return .roles(try await api.roles(ofUser: user))
    case .permissions(let user):
      return .permissions(try await api.permissions(ofUser: user))
    case .removalFacts(let user, let roles):
      return .removalFacts(
        try await RemovalFactsReader(patient).facts(for: user, removing: roles))
    }
  }
}

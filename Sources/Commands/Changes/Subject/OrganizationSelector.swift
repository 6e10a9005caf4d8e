import AccessModel
import ManagementAPI

/// How a person names one organization on the command line.
enum OrganizationSelector: Hashable, Sendable {
  case id(OrganizationID)
  case name(String)

  /// Takes a text as `id:` or `name:` say, else by its shape: what begins with `org_` is an id.
  ///
  /// - Throws: `CommandFailure` where nothing is named.
  init(_ text: String) throws {
    if text.hasPrefix("id:") {
      self = .id(OrganizationID(String(text.dropFirst(3))))
    } else if text.hasPrefix("name:") {
      self = .name(String(text.dropFirst(5)))
    } else {
      self = text.hasPrefix("org_") ? .id(OrganizationID(text)) : .name(text)
    }
    guard self != .id(OrganizationID("")), self != .name("") else {
      throw CommandFailure(
        status: CommandFailure.wrongCall, "an organization is named by its name or its id.")
    }
  }

  /// The one organization that is meant.
  ///
  /// - Throws: `CommandFailure` where it is not just one, and `APIError`.
  func organization(in tenant: any AccessReading) async throws -> Organization {
    switch self {
    case .id(let id):
      do {
        return try await tenant.organization(id)
      } catch let error as APIError where error.code == .notFound || error.code == .badRequest {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "no organization has the id \(id.rawValue).")
      }
    case .name(let name):
      var found: [Organization] = []
      for try await page in tenant.organizations() {
        found += page.items.filter { $0.name == name || $0.displayName == name }
      }
      if let organization = found.first, found.count == 1 { return organization }
      let candidates = found.map { "id:\($0.id.rawValue)  \($0.name)  \($0.displayName)" }
      throw CommandFailure(
        status: CommandFailure.wrongCall,
        lines: [
          found.isEmpty
            ? "there is no such organization: \(name)"
            : "\(found.count) organizations are named \(name); name one by its id:"
        ] + candidates)
    }
  }
}

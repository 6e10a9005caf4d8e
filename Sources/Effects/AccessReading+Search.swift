package import AccessModel
package import ManagementAPI
package import RolecallApp

extension AccessReading {
  /// Finds users for what a person typed: those that the text names exactly, and a page of the search.
  ///
  /// - Throws: `APIError` where the search failed, and `CancellationError`.
  package func find(_ search: UserSearch, _ query: UserQuery) async throws -> UsersFound {
    async let page = users(query)
    let exact = query.page == 0 ? try await users(named: search.exact) : []
    return UsersFound(exact: exact, page: try await page)
  }

  /// The users that a text names exactly; none where it names nobody.
  func users(named exact: UserSearch.Exact?) async throws -> [User] {
    switch exact {
    case nil:
      return []
    case .email(let email):
      return try await users(withEmail: email)
    case .id(let id):
      do {
        return [try await user(id).user]
      } catch let error as APIError where error.code == .notFound || error.code == .badRequest {
        // Not everything with a `|` in it is an id.
        return []
      }
    }
  }
}

import AccessModel
import Testing

@Suite("Queries for users")
struct UserQueryTests {
  @Test("an order is spelled as the API spells it")
  func order() {
    #expect(UserQuery.Sort(field: "last_login", isDescending: true).parameter == "last_login:-1")
    #expect(UserQuery.Sort(field: "email").parameter == "email:1")
  }

  @Test("a page of everybody, unless something else is said")
  func defaults() {
    let query = UserQuery()
    #expect(query == UserQuery(lucene: nil, sort: nil, page: 0, perPage: 100))
  }
}

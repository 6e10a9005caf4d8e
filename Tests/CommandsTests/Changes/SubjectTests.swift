import AccessModel
import ArgumentParser
import Testing

@testable import Commands

struct SubjectTests {
  @Test(
    "Whose roles is said in just one way",
    arguments: [
      (["R", "--user", "a|1", "--user", "a|2"], true), (["R", "--query", "email:a"], true),
      (["R", "--all-members"], true), (["R"], false), (["--user", "a|1"], false),
      (["R", "--user", "a|1", "--query", "x"], false), (["R", "--query", "  "], false),
    ])
  func ways(arguments: [String], isUnderstood: Bool) {
    #expect(((try? SubjectOptions.parse(arguments)) != nil) == isUnderstood)
  }

  @Test("What is named becomes what is meant")
  func subject() throws {
    let options = try SubjectOptions.parse([
      "Owner", "rol_2", "--user", "a@b.example", "--organization", "org_1",
    ])
    let subject = try options.subject(.remove)
    #expect(subject.roles == [.name("Owner"), .id(RoleID("rol_2"))])
    #expect(subject.users == .named([UserSelector(.email, "a@b.example")]))
    #expect(subject.organization == .id(OrganizationID("org_1")))
  }

  @Test("Everybody is given a role within an organization alone")
  func everybody() throws {
    let all = try SubjectOptions.parse(["Owner", "--all-members"])
    #expect(try all.subject(.remove).users == .allMembers)
    #expect(throws: CommandFailure.self) { try all.subject(.assign) }
    let members = try SubjectOptions.parse(["Owner", "--all-members", "--organization", "acme"])
    #expect(try members.subject(.assign).organization == .name("acme"))
  }

  @Test(
    "A file that cannot be read, or names nobody, stops the command with status 2",
    arguments: ["/nowhere/users", "/dev/null", "/"])
  func files(path: String) {
    #expect {
      try UserListFile(path: path).list()
    } throws: { error in
      (error as? CommandFailure)?.status == 2
    }
  }

  @Test("Lines that stop a plan are named; a refusal by the tenant is told as one")
  func problems() {
    let user = User(id: UserID("auth0|1"))
    let unknown = UserList.Problems(lines: [
      UserList.Problem(line: 2, fault: .unknown),
      UserList.Problem(line: 5, fault: .ambiguous([user, user])),
    ])
    let failure = CommandFailure(unknown)
    #expect(failure.status == 2)
    #expect(failure.lines[1] == "line 2: nobody is called so")
    #expect(failure.lines[3].hasPrefix("  id:auth0|1"))
    let refused = UserList.Problem(line: 1, fault: .unread(APIError(.forbidden, .getUser)))
    #expect(CommandFailure(UserList.Problems(lines: [refused])).status == 4)
    let many = (1...30).map { UserList.Problem(line: $0, fault: .unknown) }
    #expect(CommandFailure(UserList.Problems(lines: many)).lines.last == "and 10 more lines")
  }

  @Test("Results come in their order, so many at a time", arguments: [0, 1, 7, 100])
  func concurrently(count: Int) async throws {
    let numbers = Array(0..<count)
    let results = try await numbers.concurrently(atMost: 4) { number in
      await Task.yield()
      return number * 2
    }
    #expect(results == numbers.map { $0 * 2 })
    // A slice counts from elsewhere.
    let rest = try await numbers.dropFirst(1).concurrently(atMost: 2) { number in
      await Task.yield()
      return number
    }
    #expect(rest == Array(numbers.dropFirst(1)))
  }
}

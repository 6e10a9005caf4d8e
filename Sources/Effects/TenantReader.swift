import AccessModel
import Changes
package import ManagementAPI
package import RolecallApp

/// Answers the app's questions by calls of the Management API.
package struct TenantReader: Sendable {
  private let api: any AccessReading
  private let patient: any AccessReading
  private let background: any AccessReading
  private let engine: (@Sendable (Read) async throws -> Reply?)?

  /// A reader that asks a tenant.
  ///
  /// - Parameters:
  ///   - api: Answers what a screen shows.
  ///   - patient: Answers what a question needs to have whole.
  ///   - background: Answers what nobody waits for; the patient one unless said.
  ///   - engine: Answers what plans and runs are asked about; `nil` where nobody asks.
  package init(
    api: any AccessReading, patient: any AccessReading,
    background: (any AccessReading)? = nil,
    engine: (@Sendable (Read) async throws -> Reply?)? = nil
  ) {
    self.api = api
    self.patient = patient
    self.background = background ?? patient
    self.engine = engine
  }

  /// A reader that asks a tenant: patiently where a question needs to have something whole.
  package init(
    _ tenant: TenantAccess, pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.init(
      api: tenant.reader, patient: tenant.patientReader, background: tenant.backgroundReader
    ) { read in
      try await RunReader(tenant: tenant, pause: pause).answer(read)
    }
  }

  /// Answers a question: once, or in parts where the answer is a long list.
  ///
  /// Nothing is said of a question that was cancelled: that is no answer.
  ///
  /// - Parameter say: Takes the parts in their order.
  package func answer(_ read: Read, _ say: (Reply) -> Void) async {
    do {
      try await reply(to: read, say)
    } catch let error as APIError {
      say(.failed(error))
    } catch let error as JournalError {
      say(.failed(Self.error(Explanation(error.sentence, "Runs are kept in the journal."))))
    } catch let error as RunRefusal {
      say(.failed(Self.error(error.explanation)))
    } catch {
      return
    }
  }

  private static func error(_ explanation: Explanation) -> APIError {
    APIError(.forbidden, .getRole, explained: explanation)
  }

  /// Everybody who holds a role, page by page as they come in.
  private func sayMembers(of role: RoleID, _ say: (Reply) -> Void) async throws {
    for try await page in background.everyMember(ofRole: role) {
      try Task.checkCancellation()
      say(.roleMembers(RoleMembersPage(members: page.items, isLast: false)))
    }
    say(.roleMembers(RoleMembersPage(members: [], isLast: true)))
  }

  /// Many users are read with a part of the rate limit alone.
  private func reader(for people: People) -> any AccessReading {
    if case .chosen(let users) = people, users.count <= PlanFacts.fullLimit { return patient }
    return background
  }

  private func reply(to read: Read, _ say: (Reply) -> Void) async throws {
    switch read {
    case .users(let search, let query):
      say(.users(try await api.find(search, query)))
    case .user(let id):
      say(.user(try await api.user(id)))
    case .roles(let user):
      say(.roles(try await api.roles(ofUser: user)))
    case .permissions(let user):
      say(.permissions(try await api.permissions(ofUser: user)))
    case .effectiveRoles(let user):
      say(.effectiveRoles(try await api.effectiveRoles(ofUser: user)))
    case .roleGroups(let role, let user):
      say(.groups(try await api.groups(givingRole: role, toUser: user)))
    case .organizations(let user):
      say(.organizations(try await api.organizations(ofUser: user)))
    case .organizationRoles(let user, let organization):
      say(.roles(try await api.roles(ofMember: user, in: organization)))
    case .userLogs(let user, let page):
      say(.userLogs(try await api.logs(ofUser: user, page: page)))
    case .userSessions(let user):
      say(.userSessions(try await api.sessions(ofUser: user)))
    case .refreshTokens(let user):
      say(.refreshTokens(try await api.refreshTokens(ofUser: user)))
    case .tenantRoles:
      say(.roles(try await api.roles(named: nil)))
    case .role(let id):
      say(.role(try await api.role(id)))
    case .roleReach(let id):
      say(.roleReach(try await RoleReachReader(background).reach(of: id)))
    case .rolePermissions(let id):
      say(.permissions(try await api.permissions(ofRole: id)))
    case .usersByID(let ids):
      say(.usersByID(try await background.users(withIDs: ids)))
    case .roleMembers(let id):
      try await sayMembers(of: id, say)
    case .holdings(let people, let withPermissions):
      try await HoldingsReader(reader(for: people), withPermissions: withPermissions)
        .read(people) { say(.holdings($0)) }
    case .planFindings, .apiCalls, .runs, .run, .runPlaces, .runChanges, .undoPlan, .retryPlan,
      .resumePlan:
      if let answer = try await engine?(read) { say(answer) }
    case .resourceServers:
      say(.resourceServers(try await api.resourceServers()))
    case .removalFacts(let user, let roles):
      say(
        .removalFacts(
          try await RemovalFactsReader(patient).facts(for: user, removing: roles)))
    }
  }
}

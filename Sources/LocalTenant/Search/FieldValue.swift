/// A value of a user that a search can compare, for the fields that are not folded.
enum FieldValue: Sendable, Equatable {
  case text(String)
  case number(Double)
  case bool(Bool)
  case moment(Timestamp)
}

extension User {
  /// The values of a field, by the name that a search gives it; none for a field that is not there.
  func values(ofField name: String) -> [FieldValue] {
    switch name {
    case "user_id": return [.text(id)]
    case "email_verified": return email == nil ? [] : [.bool(isEmailVerified)]
    case "email.domain":
      return email?.split(separator: "@").last.map { [.text(String($0))] } ?? []
    case "username": return username.map { [.text($0)] } ?? []
    case "phone_number": return phoneNumber.map { [.text($0)] } ?? []
    case "phone_verified": return phoneNumber == nil ? [] : [.bool(true)]
    case "logins_count": return loginsCount.map { [.number(Double($0))] } ?? []
    case "created_at": return [.moment(createdAt)]
    case "updated_at": return [.moment(updatedAt)]
    case "last_login": return lastLogin.map { [.moment($0)] } ?? []
    case "last_ip": return lastIP.map { [.text($0)] } ?? []
    case "blocked": return isBlocked.map { [.bool($0)] } ?? []
    case "identities.connection": return identities.map { .text($0.connection) }
    case "identities.provider": return identities.map { .text($0.provider) }
    case "identities.user_id": return identities.map { .text($0.userID) }
    case "identities.isSocial": return identities.map { .bool($0.isSocial) }
    default: return metadataValues(ofField: name)
    }
  }

  private func metadataValues(ofField name: String) -> [FieldValue] {
    let path = name.split(separator: ".").map(String.init)
    switch path.first {
    case "app_metadata": return appMetadata.map { $0.values(at: path.dropFirst()) } ?? []
    case "user_metadata": return userMetadata.map { $0.values(at: path.dropFirst()) } ?? []
    default: return []
    }
  }
}

extension JSON {
  /// The plain values at a path of member names; arrays stand for each of their items.
  fileprivate func values(at path: ArraySlice<String>) -> [FieldValue] {
    switch self {
    case .array(let items): return items.flatMap { $0.values(at: path) }
    case .object(let members):
      guard let name = path.first else {
        return members.flatMap { $0.value.values(at: []) }
      }
      return members.filter { $0.name == name }.flatMap { $0.value.values(at: path.dropFirst()) }
    case .null: return []
    case .bool(let value): return path.isEmpty ? [.bool(value)] : []
    case .integer(let value): return path.isEmpty ? [.number(Double(value))] : []
    case .double(let value): return path.isEmpty ? [.number(value)] : []
    case .string(let text): return path.isEmpty ? [.text(text)] : []
    }
  }
}

/// What a search compares without regard to case, for every user.
///
/// These five fields are the only ones that the real search treats so.
struct SearchIndex: Sendable {
  /// A field that is compared without regard to case.
  enum Field: String, Sendable, CaseIterable {
    case email
    case name
    case givenName = "given_name"
    case familyName = "family_name"
    case nickname
  }

  private var columns: [TextColumn]

  init(minimumCapacity: Int = 0) {
    columns = Field.allCases.map { _ in TextColumn(minimumCapacity: minimumCapacity) }
  }

  mutating func append(_ user: User) {
    for (position, field) in Field.allCases.enumerated() {
      columns[position].append(user.text(field))
    }
  }

  mutating func replace(row: Int, with user: User) {
    for (position, field) in Field.allCases.enumerated() {
      columns[position].replace(row: row, with: user.text(field))
    }
  }

  /// The texts of one field.
  subscript(field: Field) -> TextColumn {
    switch field {
    case .email: columns[0]
    case .name: columns[1]
    case .givenName: columns[2]
    case .familyName: columns[3]
    case .nickname: columns[4]
    }
  }
}

extension User {
  fileprivate func text(_ field: SearchIndex.Field) -> String? {
    switch field {
    case .email: email
    case .name: name
    case .givenName: givenName
    case .familyName: familyName
    case .nickname: nickname
    }
  }
}

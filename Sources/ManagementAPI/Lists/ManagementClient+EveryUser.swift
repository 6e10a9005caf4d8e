package import AccessModel

extension ManagementClient {
  package func everyUser(
    matching query: UserQuery, by listing: UserListing
  ) -> PageSequence<User> {
    switch listing {
    case .createdAtRanges:
      PageSequence { RangesReader(client: self, lucene: query.lucene) }
    case .export:
      PageSequence { ExportReader(client: self, lucene: query.lucene) }
    }
  }
}

extension ManagementClient: CustomStringConvertible, CustomReflectable {
  /// Where it goes, and nothing of what it carries.
  package var description: String {
    "ManagementClient(\(pipeline.transport.endpoint.domain))"
  }

  /// A mirror without tokens and connections.
  package var customMirror: Mirror {
    Mirror(self, children: ["domain": pipeline.transport.endpoint.domain])
  }
}

extension ManagementClient.Pipeline: CustomStringConvertible, CustomReflectable {
  /// Where it goes.
  var description: String { "Pipeline(\(transport.endpoint.domain))" }

  /// A mirror without tokens and connections.
  var customMirror: Mirror { Mirror(self, children: ["domain": transport.endpoint.domain]) }
}

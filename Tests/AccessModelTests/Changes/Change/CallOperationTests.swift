import AccessModel
import Testing

@Suite("The call of a change")
struct CallOperationTests {
  @Test("is an operation of its own that writes", arguments: Change.Call.allCases)
  func writes(call: Change.Call) {
    #expect(call.operation.isWrite)
    #expect(!call.scopes.isEmpty)
    #expect(Change.Call.allCases.filter { $0.operation == call.operation } == [call])
  }
}

import AccessModel
import Testing

@Suite("An export is read from whatever the tenant sends")
struct ExportJobDecodingTests {
  @Test("As it begins, and as it ends; its address is never shown")
  func job() throws {
    let begun = try decoded(
      ExportJob.self,
      from: #"{"type":"users_export","status":"pending","format":"json","connection":"","id":"j"}"#)
    #expect(begun == ExportJob(id: "j", status: .pending))
    let done = try decoded(
      ExportJob.self, from: #"{"status":"completed","id":"j","location":"https://CANARY/x?y"}"#)
    #expect(done.status == .completed)
    #expect(done.location?.address == "https://CANARY/x?y")
    var dumped = "\(done)"
    dump(done, to: &dumped)
    #expect(!dumped.contains("CANARY"))
  }

  @Test("A word that nobody documented is not the end")
  func otherStatus() throws {
    let job = try decoded(ExportJob.self, from: #"{"status":"queued","id":"1","location":""}"#)
    #expect(job == ExportJob(id: "1", status: .other("queued")))
  }
}

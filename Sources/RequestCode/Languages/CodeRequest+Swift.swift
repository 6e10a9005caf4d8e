extension CodeRequest {
  /// The call with `URLSession`.
  var swift: String {
    let content = body.map {
      """

      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
      request.httpBody = Data(\($0.doubleQuoted).utf8)
      """
    }
    return #"""
      // Needs Swift 6. Reads the token from AUTH0_API_TOKEN. Run: swiftc call.swift && ./call
      import Foundation

      #if canImport(FoundationNetworking)
        import FoundationNetworking
      #endif

      final class NoRedirects: NSObject, URLSessionTaskDelegate {
        func urlSession(
          _ session: URLSession, task: URLSessionTask,
          willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
          completionHandler: @escaping @Sendable (URLRequest?) -> Void
        ) {
          completionHandler(nil)
        }
      }

      func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
      }

      let token = ProcessInfo.processInfo.environment["AUTH0_API_TOKEN"] ?? ""
      if token.isEmpty || !token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
        fail("Set AUTH0_API_TOKEN to an access token of the tenant.")
      }
      let address = \#(address.doubleQuoted)
      guard let url = URL(string: address) else { fail("This is no address: \(address)") }
      var request = URLRequest(url: url)
      request.httpMethod = "\#(method.rawValue)"
      request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")\#(content ?? "")
      let session = URLSession(
        configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)
      let (answer, response) = try await session.data(for: request)
      let status = (response as? HTTPURLResponse)?.statusCode ?? 0
      print(status)
      print(String(decoding: answer, as: UTF8.self))
      exit((200..<300).contains(status) ? 0 : 1)

      """#
  }
}

import AccessModel
import AsyncHTTPClient
import NIOCore
import NIOHTTP1

extension HTTPTransport {
  /// Opens an export's file, which is on another host: without a token, and over https, but for a host
  /// that is this machine.
  ///
  /// - Returns: `nil` where the host refuses the link, which it does once a minute is over.
  /// - Throws: `APIError` where there is no answer, and of `unreadableAnswer` for an address that is not
  ///   one; `CancellationError`.
  func download(_ location: ExportLocation) async throws -> ExportFile? {
    guard Self.isSafe(location.address) else {
      throw APIError(
        .unreadableAnswer, .exportUsers, detail: "the address of its file is not https")
    }
    var call = HTTPClientRequest(url: location.address)
    call.headers.add(name: "user-agent", value: "rolecall")
    let (endpoint, limits) = (endpoint, limits)
    let failure: @Sendable (any Error) -> any Error = {
      ConnectionFailure($0, at: endpoint, limits: limits).thrown(by: .exportUsers)
    }
    let response: HTTPClientResponse
    do {
      response = try await downloads.execute(call, deadline: .distantFuture)
    } catch {
      throw failure(error)
    }
    switch response.status.code {
    case 200..<300: break
    case 400..<500: return nil
    default:
      throw APIError(
        .unexpectedStatus, .exportUsers, status: Int(response.status.code),
        detail: "the host of its file answered so")
    }
    var iterator = response.body.makeAsyncIterator()
    return ExportFile(
      pieces: { try await iterator.next(isolation: $0) }, failure: failure)
  }

  /// Whether an address is https, or http on this machine, and says who it is to nobody.
  static func isSafe(_ address: String) -> Bool {
    guard let scheme = address.firstRange(of: "://") else { return false }
    let rest = address[scheme.upperBound...]
    let authority = String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    guard let host = HostAndPort(authority) else { return false }
    switch address[..<scheme.lowerBound].lowercased() {
    case "https": return true
    case "http": return Tenant.isLoopback(domain: host.domain)
    default: return false
    }
  }
}

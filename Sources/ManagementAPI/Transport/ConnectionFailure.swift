import AccessModel
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// Why there is no whole answer, made out from what the network's layers threw.
struct ConnectionFailure {
  private enum Kind {
    case cancelled
    case failed(APIError.Code, detail: String?)
  }

  private let kind: Kind

  /// Makes out an error of an exchange with an endpoint.
  init(_ error: any Error, at endpoint: TenantEndpoint, limits: TransportLimits) {
    let domain = endpoint.domain
    kind =
      switch error {
      case is CancellationError: .cancelled
      case let error as HTTPClientError: Self.kind(of: error, limits)
      case let error as NIOConnectionError: Self.kind(of: error, domain)
      case is SocketAddressError.UnknownHost: Self.unreachable("no such host")
      case let error as IOError: Self.kind(of: error, domain)
      case let error as NIOSSLError: Self.kind(of: error)
      case is NIOSSLExtraError: Self.unreachable("its certificate is for another name")
      case is NIOTooManyBytesError: .failed(.answerTooLarge, detail: nil)
      case NIOHTTPDecompression.DecompressionError.limit: .failed(.answerTooLarge, detail: nil)
      case is NIOHTTPDecompression.DecompressionError:
        .failed(.unreadableAnswer, detail: "its compression is broken")
      case HTTPParserError.invalidEOFState: .failed(.interrupted, detail: nil)
      case is HTTPParserError: .failed(.unreadableAnswer, detail: "it is not HTTP")
      default: .failed(.interrupted, detail: "\(type(of: error))")
      }
  }

  /// What a call of an operation throws for it.
  func thrown(by operation: Operation) -> any Error {
    switch kind {
    case .cancelled: CancellationError()
    case .failed(let code, let detail): APIError(code, operation, detail: detail)
    }
  }

  private static func unreachable(_ detail: String) -> Kind {
    .failed(.unreachable, detail: detail)
  }

  private static func kind(of error: HTTPClientError, _ limits: TransportLimits) -> Kind {
    switch error {
    case .cancelled, .alreadyShutdown: .cancelled
    case .connectTimeout, .getConnectionFromPoolTimeout:
      unreachable("no connection within \(limits.connect.components.seconds) seconds")
    case .tlsHandshakeTimeout: unreachable("its TLS handshake does not end")
    case .readTimeout, .writeTimeout, .deadlineExceeded: .failed(.timedOut, detail: nil)
    case .remoteConnectionClosed, .uncleanShutdown: .failed(.interrupted, detail: nil)
    default: .failed(.interrupted, detail: error.shortDescription)
    }
  }

  private static func kind(of error: NIOConnectionError, _ domain: String) -> Kind {
    if let failure = error.connectionErrors.last?.error as? IOError {
      return kind(of: failure, domain)
    }
    if error.connectionErrors.last?.error is ChannelError {
      return unreachable("no connection in time")
    }
    return unreachable("no such host")
  }

  private static func kind(of error: IOError, _ domain: String) -> Kind {
    switch error.errnoCode {
    case ECONNREFUSED: unreachable("nobody listens on \(domain)")
    case ENETUNREACH, EHOSTUNREACH, ENETDOWN: unreachable("there is no way to it from here")
    case ETIMEDOUT: unreachable("no connection in time")
    default: .failed(.interrupted, detail: nil)
    }
  }

  private static func kind(of error: NIOSSLError) -> Kind {
    switch error {
    case .handshakeFailed(let cause):
      "\(cause)".contains("CERTIFICATE_VERIFY_FAILED")
        ? unreachable("its certificate is not trusted") : unreachable("its TLS handshake failed")
    case .unableToValidateCertificate, .noCertificateToValidate:
      unreachable("its certificate is not trusted")
    case .cannotMatchULabel: unreachable("its certificate is for another name")
    default: .failed(.interrupted, detail: nil)
    }
  }
}

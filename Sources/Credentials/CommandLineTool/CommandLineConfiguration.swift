import FoundationEssentials

/// The auth0 CLI's own file, `$HOME/.config/auth0/config.json`, as far as it says which sessions it holds.
///
/// It is at this path on every system, whatever `XDG_CONFIG_HOME` says. It is only ever read.
struct CommandLineConfiguration: Decodable, Sendable {
  /// A tenant that somebody has logged in to.
  struct Tenant: Decodable, Sendable {
    /// The token; only where the system has no keyring.
    let token: String?
    /// When the token ends; `nil` where the file does not say, or says it in another way.
    let expiresAt: Date?

    private enum CodingKeys: String, CodingKey {
      case token = "access_token"
      case expiresAt = "expires_at"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let text = (try? container.decode(String.self, forKey: .token))?.trimmed ?? ""
      token = text.isEmpty ? nil : text
      expiresAt = (try? container.decode(String.self, forKey: .expiresAt)).flatMap {
        NanosecondTimestamp($0)?.date
      }
    }
  }

  /// The tenant that its commands go to unless they say otherwise.
  let defaultTenant: String?
  /// The tenants by domain.
  let tenants: [String: Tenant]

  private enum CodingKeys: String, CodingKey {
    case defaultTenant = "default_tenant"
    case tenants
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = (try? container.decode(String.self, forKey: .defaultTenant))?.trimmed ?? ""
    defaultTenant = name.isEmpty ? nil : name
    tenants = try container.decodeIfPresent([String: Tenant].self, forKey: .tenants) ?? [:]
  }

  /// The path of the file in somebody's home.
  static func path(home: String) -> String { "\(home)/.config/auth0/config.json" }

  /// Reads the file in somebody's home.
  ///
  /// - Throws: ``CredentialsError`` where it is not there, cannot be read, or is something else.
  static func read(home: String) throws(CredentialsError) -> CommandLineConfiguration {
    let path = path(home: home)
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw .missingSessionFile(path)
    }
    do {
      return try JSONDecoder().decode(CommandLineConfiguration.self, from: data)
    } catch {
      throw .unreadableSessionFile(path)
    }
  }
}

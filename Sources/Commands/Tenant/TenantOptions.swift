import ArgumentParser

/// How to get into the tenant of the environment, and how to treat it.
struct TenantOptions: ParsableArguments {
  @Flag(help: "Refuse every write; the same as ROLECALL_READ_ONLY=1.") var readOnly = false
  @Flag(
    name: .customLong("auth0-cli"),
    help: "Use the session that the auth0 CLI holds, of its default tenant or of AUTH0_DOMAIN.")
  var usesCommandLineSession = false
  @Option(
    help: ArgumentHelp(
      "A file that gets a line of JSON for each call of the API; without token and contents.",
      valueName: "file"))
  var apiLog: String?
}

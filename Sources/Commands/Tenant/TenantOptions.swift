import ArgumentParser

/// How to treat the tenant of the environment.
struct TenantOptions: ParsableArguments {
  @Flag(help: "Refuse every write; the same as ROLECALL_READ_ONLY=1.") var readOnly = false
}

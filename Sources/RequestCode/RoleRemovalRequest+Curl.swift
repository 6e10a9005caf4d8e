extension RoleRemovalRequest {
  /// The call as a shell command that needs `curl` alone, prints the status and fails on an error.
  ///
  /// The token goes through standard input, because arguments can be read by every user of the machine.
  package var curl: String {
    """
    printf 'header = "authorization: Bearer %s"\\n' "$AUTH0_API_TOKEN" | \\
    curl --config - --silent --show-error --fail-with-body --request DELETE \\
      --header 'content-type: application/json' --header 'cache-control: no-cache' \\
      --data '\(body)' --write-out '%{http_code}\\n' \\
      '\(address)'

    """
  }
}

extension CodeRequest {
  /// The call for a shell, to be pasted or run.
  ///
  /// The token goes through standard input, because arguments can be read by every user of the machine.
  /// There is no comment, for not every shell takes one at its prompt, and no `exit`, which would end it.
  var curl: String {
    let data = body.map {
      """
       \\
          --header 'Content-Type: application/json' --data-raw \($0.shellLiteral)
      """
    }
    return #"""
      answer=$(printf 'header = "Authorization: Bearer %s"\n' "${AUTH0_API_TOKEN:?}" |
        curl --config - --silent --show-error --request \#(method.rawValue)\#(data ?? "") \
          --write-out '\n%{http_code}' \
          \#(address.shellLiteral))
      printf '%s\n' "$answer"
      case "$answer" in *2??) ;; *) false ;; esac

      """#
  }
}

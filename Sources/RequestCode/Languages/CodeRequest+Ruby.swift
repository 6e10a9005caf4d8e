extension CodeRequest {
  /// The call with `Net::HTTP`.
  var ruby: String {
    let content = body.map {
      "\nrequest['Content-Type'] = 'application/json'\nrequest.body = \($0.singleQuoted)"
    }
    return #"""
      # Reads the token from AUTH0_API_TOKEN. Run: ruby call.rb
      require 'net/http'

      token = ENV.fetch('AUTH0_API_TOKEN', '')
      abort 'Set AUTH0_API_TOKEN to an access token of the tenant.' unless token.match?(/\A[!-~]+\z/)

      address = URI(\#(address.singleQuoted))
      request = Net::HTTP::\#(method.rawValue.capitalized).new(address)
      request['Authorization'] = "Bearer #{token}"\#(content ?? "")
      secure = address.scheme == 'https'
      response = Net::HTTP.start(address.hostname, address.port, use_ssl: secure) do |http|
        http.request(request)
      end
      puts response.code, response.body
      exit response.is_a?(Net::HTTPSuccess)

      """#
  }
}

extension String {
  /// `DELETE` as `Delete`.
  fileprivate var capitalized: String { prefix(1) + dropFirst().lowercased() }
}

extension CodeRequest {
  /// The call with `urllib.request`.
  var python: String {
    let type = body == nil ? "" : ", 'Content-Type': 'application/json'"
    let content = body.map { "\n    data=b\($0.singleQuoted)," } ?? ""
    return #"""
      # Needs Python 3. Reads the token from AUTH0_API_TOKEN. Run: python3 call.py
      import os
      import re
      import sys
      import urllib.error
      import urllib.request


      class NoRedirects(urllib.request.HTTPRedirectHandler):
          def redirect_request(self, *arguments):
              return None


      token = os.environ.get('AUTH0_API_TOKEN', '')
      if not re.fullmatch('[!-~]+', token):
          sys.exit('Set AUTH0_API_TOKEN to an access token of the tenant.')
      request = urllib.request.Request(
          \#(address.singleQuoted),
          method='\#(method.rawValue)',
          headers={'Authorization': 'Bearer ' + token\#(type)},\#(content)
      )
      try:
          with urllib.request.build_opener(NoRedirects).open(request) as response:
              status, answer = response.status, response.read()
      except urllib.error.HTTPError as error:
          status, answer = error.code, error.read()
      print(status)
      print(answer.decode())
      sys.exit(0 if 200 <= status < 300 else 1)

      """#
  }
}

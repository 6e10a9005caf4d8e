extension CodeRequest {
  /// The call with `fetch`.
  var node: String {
    let type = body == nil ? "" : ", 'Content-Type': 'application/json'"
    let content = body.map { "\n  body: \($0.singleQuoted)," } ?? ""
    return #"""
      // Needs Node.js 18. Reads the token from AUTH0_API_TOKEN. Run: node call.mjs
      const token = process.env.AUTH0_API_TOKEN ?? '';
      if (!/^[!-~]+$/.test(token)) {
        console.error('Set AUTH0_API_TOKEN to an access token of the tenant.');
        process.exit(2);
      }
      const response = await fetch(\#(address.singleQuoted), {
        method: '\#(method.rawValue)',
        headers: { Authorization: `Bearer ${token}`\#(type) },\#(content)
        redirect: 'manual',
      });
      console.log(response.status);
      console.log(await response.text());
      process.exitCode = response.ok ? 0 : 1;

      """#
  }
}

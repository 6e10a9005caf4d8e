extension CodeRequest {
  /// The call with PHP's own streams, which need no extension but OpenSSL.
  var php: String {
    let type = body == nil ? "" : ", 'Content-Type: application/json'"
    let content = body.map { "\n        'content' => \($0.singleQuoted)," } ?? ""
    return #"""
      <?php
      // Reads the token from AUTH0_API_TOKEN. Run: php call.php
      $token = (string) getenv('AUTH0_API_TOKEN');
      if (!preg_match('/^[!-~]+$/D', $token)) {
          fwrite(STDERR, "Set AUTH0_API_TOKEN to an access token of the tenant.\n");
          exit(2);
      }
      $context = stream_context_create([
          'http' => [
              'method' => '\#(method.rawValue)',
              'header' => ["Authorization: Bearer $token"\#(type)],\#(content)
              'follow_location' => 0,
              'ignore_errors' => true,
          ],
          'ssl' => ['verify_peer' => true, 'verify_peer_name' => true],
      ]);
      $stream = fopen(\#(address.singleQuoted), 'r', false, $context);
      if ($stream === false) {
          exit(1);
      }
      $status = (int) explode(' ', stream_get_meta_data($stream)['wrapper_data'][0])[1];
      echo $status, "\n", stream_get_contents($stream), "\n";
      exit($status >= 200 && $status < 300 ? 0 : 1);

      """#
  }
}

extension CodeRequest {
  /// The call with `java.net.http`.
  var java: String {
    let type = body == nil ? "" : "\n        .header(\"Content-Type\", \"application/json\")"
    let publisher = body.map { "ofString(\($0.doubleQuoted))" } ?? "noBody()"
    return #"""
      // Needs Java 11. Reads the token from AUTH0_API_TOKEN. Run: java Call.java
      import java.net.URI;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;

      class Call {
        public static void main(String[] arguments) throws Exception {
          String token = System.getenv("AUTH0_API_TOKEN");
          if (token == null || !token.matches("[!-~]+")) {
            System.err.println("Set AUTH0_API_TOKEN to an access token of the tenant.");
            System.exit(2);
          }
          HttpRequest request = HttpRequest.newBuilder(URI.create(
              \#(address.doubleQuoted)))
              .header("Authorization", "Bearer " + token)\#(type)
              .method("\#(method.rawValue)", HttpRequest.BodyPublishers.\#(publisher))
              .build();
          HttpResponse<String> response = HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NEVER)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString());
          System.out.println(response.statusCode());
          System.out.println(response.body());
          System.exit(response.statusCode() / 100 == 2 ? 0 : 1);
        }
      }

      """#
  }
}

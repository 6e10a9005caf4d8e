extension CodeRequest {
  /// The call with `net/http`.
  var go: String {
    let reader = body.map { "strings.NewReader(\($0.doubleQuoted))" } ?? "nil"
    let type =
      body == nil ? "" : "\n\trequest.Header.Set(\"Content-Type\", \"application/json\")"
    return #"""
      // Reads the token from AUTH0_API_TOKEN. Run: go run call.go
      package main

      import (
      \#t"fmt"
      \#t"io"
      \#t"log"
      \#t"net/http"
      \#t"os"
      \#t"regexp"\#(body == nil ? "" : "\n\t\"strings\"")
      )

      func main() {
      \#ttoken := os.Getenv("AUTH0_API_TOKEN")
      \#tif !regexp.MustCompile(`^[!-~]+$`).MatchString(token) {
      \#t\#tlog.Fatal("Set AUTH0_API_TOKEN to an access token of the tenant.")
      \#t}
      \#trequest, err := http.NewRequest("\#(method.rawValue)",
      \#t\#t\#(address.doubleQuoted),
      \#t\#t\#(reader))
      \#tif err != nil {
      \#t\#tlog.Fatal(err)
      \#t}
      \#trequest.Header.Set("Authorization", "Bearer "+token)\#(type)
      \#tclient := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {
      \#t\#treturn http.ErrUseLastResponse
      \#t}}
      \#tresponse, err := client.Do(request)
      \#tif err != nil {
      \#t\#tlog.Fatal(err)
      \#t}
      \#tdefer response.Body.Close()
      \#tanswer, err := io.ReadAll(response.Body)
      \#tif err != nil {
      \#t\#tlog.Fatal(err)
      \#t}
      \#tfmt.Println(response.StatusCode)
      \#tfmt.Println(string(answer))
      \#tif response.StatusCode < 200 || response.StatusCode > 299 {
      \#t\#tos.Exit(1)
      \#t}
      }

      """#
  }
}

extension CodeRequest {
  /// The call with `HttpClient`.
  var csharp: String {
    let content = body.map {
      """

                  request.Content = new StringContent(
                      \($0.doubleQuoted), Encoding.UTF8, "application/json");
      """
    }
    return #"""
      // Reads the token from AUTH0_API_TOKEN. Save as Program.cs of a console project, run: dotnet run
      using System;
      using System.Net.Http;
      using System.Net.Http.Headers;
      using System.Text;
      using System.Text.RegularExpressions;
      using System.Threading.Tasks;

      static class Call
      {
          static int Main()
          {
              return Run().GetAwaiter().GetResult();
          }

          static async Task<int> Run()
          {
              var token = Environment.GetEnvironmentVariable("AUTH0_API_TOKEN") ?? "";
              if (!Regex.IsMatch(token, @"^[!-~]+\z"))
              {
                  Console.Error.WriteLine("Set AUTH0_API_TOKEN to an access token of the tenant.");
                  return 2;
              }
              // Some runtimes leave out what they take for no part of an address: rather nothing than that.
              var address = new Uri(
                  \#(address.doubleQuoted));
              if (Uri.UnescapeDataString(address.AbsoluteUri)
                  != Uri.UnescapeDataString(address.OriginalString))
              {
                  Console.Error.WriteLine("This runtime cannot send to this address as it is.");
                  return 2;
              }
              using (var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }))
              using (var request = new HttpRequestMessage(new HttpMethod("\#(method.rawValue)"), address))
              {
                  request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);\#(content ?? "")
                  using (var response = await client.SendAsync(request))
                  {
                      Console.WriteLine((int)response.StatusCode);
                      Console.WriteLine(await response.Content.ReadAsStringAsync());
                      return response.IsSuccessStatusCode ? 0 : 1;
                  }
              }
          }
      }

      """#
  }
}

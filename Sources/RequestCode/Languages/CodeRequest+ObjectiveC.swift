extension CodeRequest {
  /// The call with `NSURLSession`.
  var objectiveC: String {
    let content = body.map {
      """

          [request setValue:@"application/json" forHTTPHeaderField:@"Content-Type"];
          request.HTTPBody = [\(Self.literal($0))
              dataUsingEncoding:NSUTF8StringEncoding];
      """
    }
    return #"""
      // Reads the token from AUTH0_API_TOKEN. Run: clang -fobjc-arc -framework Foundation call.m && ./a.out
      #import <Foundation/Foundation.h>

      @interface Call : NSObject <NSURLSessionDataDelegate>
      @property (nonatomic, strong) NSConditionLock *lock;
      @property (nonatomic, strong) NSMutableData *answer;
      @property (nonatomic, assign) NSInteger status;
      @end

      @implementation Call
      - (void)URLSession:(NSURLSession *)session
                          task:(NSURLSessionTask *)task
          willPerformHTTPRedirection:(NSHTTPURLResponse *)response
                          newRequest:(NSURLRequest *)request
                   completionHandler:(void (^)(NSURLRequest *))completionHandler {
        completionHandler(nil);
      }

      - (void)URLSession:(NSURLSession *)session
                dataTask:(NSURLSessionDataTask *)task
          didReceiveData:(NSData *)data {
        [self.answer appendData:data];
      }

      - (void)URLSession:(NSURLSession *)session
                          task:(NSURLSessionTask *)task
          didCompleteWithError:(NSError *)error {
        if (error) {
          fprintf(stderr, "%s\n", error.localizedDescription.UTF8String);
        } else {
          self.status = ((NSHTTPURLResponse *)task.response).statusCode;
        }
        [self.lock lock];
        [self.lock unlockWithCondition:1];
      }
      @end

      int main(void) {
        @autoreleasepool {
          NSString *token = NSProcessInfo.processInfo.environment[@"AUTH0_API_TOKEN"];
          NSString *visible = @"^[!-~]+\\z";
          if (!token || [token rangeOfString:visible options:NSRegularExpressionSearch].location != 0) {
            fputs("Set AUTH0_API_TOKEN to an access token of the tenant.\n", stderr);
            return 2;
          }
          NSURL *address = [NSURL URLWithString:
              \#(Self.literal(address))];
          NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:address];
          request.HTTPMethod = @"\#(method.rawValue)";
          NSString *bearer = [@"Bearer " stringByAppendingString:token];
          [request setValue:bearer forHTTPHeaderField:@"Authorization"];\#(content ?? "")

          Call *call = [Call new];
          call.lock = [[NSConditionLock alloc] initWithCondition:0];
          call.answer = [NSMutableData data];
          NSURLSession *session = [NSURLSession
              sessionWithConfiguration:NSURLSessionConfiguration.defaultSessionConfiguration
                              delegate:call
                         delegateQueue:nil];
          [[session dataTaskWithRequest:request] resume];
          [call.lock lockWhenCondition:1];

          printf("%ld\n%.*s\n", (long)call.status, (int)call.answer.length,
                 (const char *)call.answer.bytes);
          return call.status / 100 == 2 ? 0 : 1;
        }
      }

      """#
  }

  /// A text as an `NSString`, with nothing that standard C reads as a trigraph.
  private static func literal(_ text: String) -> String {
    "@" + text.doubleQuoted.replacing("??", with: #"?\?"#)
  }
}

import Glibc
import RequestCode

/// What it takes to run a program in a language.
///
/// The scripts run in the folder of the program, which has the name that the language gives it.
struct Toolchain {
  /// The language.
  let language: CodeLanguage
  /// What is to be found in `PATH`.
  var tools: [String]
  /// What has to be in the file system besides.
  var file: String?
  /// Makes something that runs; nil where that is not needed.
  var build: String?
  /// Runs the program; nil where it can only be compiled.
  var run: String?

  init(_ language: CodeLanguage) {
    self.language = language
    let name = language.fileName
    switch language {
    case .curl: (tools, run) = (["curl"], "sh \(name)")
    case .python: (tools, run) = (["python3"], "python3 \(name)")
    case .node: (tools, run) = (["node"], "node \(name)")
    case .php: (tools, run) = (["php"], "php \(name)")
    case .ruby: (tools, run) = (["ruby"], "ruby \(name)")
    case .java: (tools, run) = (["java"], "java \(name)")
    case .go: (tools, build, run) = (["go"], "go build -o call \(name)", "./call")
    case .swift: (tools, build, run) = (["swiftc"], "swiftc -o call \(name)", "./call")
    case .csharp:
      // Compiled and not run: Mono's client is not the one that people have.
      tools = ["mcs"]
      file = "/usr/lib/mono/4.5/System.Net.Http.dll"
      build = "mcs -warnaserror -r:System.Net.Http.dll -out:call.exe \(name)"
    case .objc:
      tools = ["clang"]
      file = "/usr/include/GNUstep/Foundation/NSURLSession.h"
      // Debian's GNUstep is built without NSURLSession and without blocks, but has the headers; and those
      // of its runtime are not for ARC, which makes no difference to what is read.
      build = """
        mkdir -p headers/objc && : >headers/objc/blocks_runtime.h
        printf '%s\\n' '#include <GNUstepBase/GSConfig.h>' '#undef GS_HAVE_NSURLSESSION' \\
          '#define GS_HAVE_NSURLSESSION 1' >headers/first.h
        clang -fsyntax-only -Wall -Werror -fblocks -fobjc-runtime=gnustep-2.0 \\
          -isystem headers -isystem /usr/include/GNUstep \\
          -isystem "$(dirname "$(find /usr/lib/gcc -name objc.h | head -1)")/.." \\
          -include headers/first.h \(name)
        """
    }
  }

  /// Whether each program takes a second of work before it runs.
  var isSlow: Bool { build != nil || language == .java }

  /// What is not there of it.
  var missing: [String] {
    get throws {
      let folder = try TemporaryFolder()
      let lines = tools.map { "command -v \($0) >/dev/null || echo \($0)" }
      let check = lines + (file.map { ["test -e \($0) || echo \($0)"] } ?? [])
      let run = try Shell(
        check.joined(separator: "\n"), in: folder, environment: Self.environment(folder))
      return run.output.split(separator: "\n").map(String.init)
    }
  }

  /// The process's own way to programs, and nothing else of its environment.
  static func environment(_ folder: TemporaryFolder) -> [String: String] {
    func own(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    var environment = ["LANG": "C.UTF-8", "GOCACHE": folder.path + "/cache"]
    environment["PATH"] = own("PATH")
    environment["HOME"] = own("HOME")
    return environment
  }

  /// Whether a language that is missing is a failure, as it is where all of them are to be tried.
  static var isEveryLanguageRequired: Bool {
    getenv("ROLECALL_REQUIRE_LANGUAGES").map { String(cString: $0) } == "1"
  }
}

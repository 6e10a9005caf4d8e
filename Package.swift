// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "rolecall",
  products: [
    .executable(name: "rolecall", targets: ["rolecall"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(
      url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    // The system's SQLite, through a module map of its own: libsqlite3-dev.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(name: "rolecall", dependencies: ["Commands"]),
    // The program is among what it needs, so that measuring it builds it.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "AccessModel", "CPty", "Canvas", "Changes", "ManagementAPI", "RolecallApp", "rolecall",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "AccessModel", "Canvas", "Changes", "Credentials", "Effects", "LocalTenant",
        "ManagementAPI", "RequestCode", "RolecallApp", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "Effects", dependencies: ["AccessModel", "Changes", "ManagementAPI", "RolecallApp"]),
    .target(name: "RolecallApp", dependencies: ["AccessModel", "Canvas", "RequestCode"]),
    .target(
      name: "Changes",
      dependencies: [
        "AccessModel", "ManagementAPI",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Credentials",
      dependencies: [
        "AccessModel", "ManagementAPI",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "ManagementAPI",
      dependencies: [
        "AccessModel", "CZlib",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .target(name: "RequestCode", dependencies: ["AccessModel"]),
    .target(name: "AccessModel"),
    .target(
      name: "LocalTenant",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdHTTP2", package: "hummingbird"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ]),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses", "CTerminal"]),
    .target(name: "Canvas"),
    // Without pkg-config: its flags are refused, with a warning on every build.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    // Exports of users are packed; swift-nio-extras needs the same header.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CTerminal", cSettings: [.define("_GNU_SOURCE")]),

    .testTarget(name: "AccessModelTests", dependencies: ["AccessModel", "SeededRandomness"]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "GoldenFrames", "SeededRandomness"],
      exclude: ["Golden"]),
    .testTarget(
      name: "ChangesTests",
      dependencies: [
        "AccessModel", "Changes", "JournalFixture", "LocalTenant", "ManagementAPI", "RunFixture",
        "SeededRandomness", "TenantDoubles", "TerminalEmulator", "rolecall",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "AccessModel", "Canvas", "Commands", "LocalTenant",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "CredentialsTests",
      dependencies: [
        "AccessModel", "Credentials", "LocalTenant", "ManagementAPI",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["LocalTenant", "TerminalEmulator", "rolecall"]),
    .testTarget(
      name: "EffectsTests",
      dependencies: [
        "AccessModel", "Changes", "Effects", "ManagementAPI", "RolecallApp", "TenantDoubles",
      ]),
    .testTarget(
      name: "LocalTenantTests",
      dependencies: [
        "LocalTenant",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      exclude: ["Clients"]),
    .testTarget(
      name: "ManagementAPITests",
      dependencies: [
        "AccessModel", "LocalTenant", "ManagementAPI", "SeededRandomness",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .testTarget(
      name: "RequestCodeTests",
      dependencies: ["AccessModel", "LocalTenant", "RequestCode", "TerminalEmulator"]),
    .testTarget(
      name: "RolecallAppTests",
      dependencies: ["AccessModel", "Canvas", "GoldenFrames", "RolecallApp", "SeededRandomness"],
      exclude: ["Golden"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CNcurses", "CPty", "Canvas", "Terminal", "TerminalEmulator", "TerminalFixture",
      ]),
    // What only tests need: golden frames, a pty to run programs on, and an emulator to read them with.
    .target(name: "SeededRandomness", path: "Tests/SeededRandomness"),
    .target(name: "GoldenFrames", dependencies: ["Canvas"], path: "Tests/GoldenFrames"),
    .executableTarget(
      name: "TerminalFixture", dependencies: ["Canvas", "Terminal"], path: "Tests/TerminalFixture"),
    .executableTarget(
      name: "JournalFixture", dependencies: ["AccessModel", "Changes"],
      path: "Tests/JournalFixture"),
    .executableTarget(
      name: "RunFixture", dependencies: ["AccessModel", "Changes", "ManagementAPI"],
      path: "Tests/RunFixture"),
    .target(
      name: "TerminalEmulator", dependencies: ["CPty", "CVterm"], path: "Tests/TerminalEmulator"),
    .target(
      name: "TenantDoubles", dependencies: ["AccessModel", "ManagementAPI"],
      path: "Tests/TenantDoubles"),
    .target(name: "CPty", path: "Tests/CPty", cSettings: [.define("_GNU_SOURCE")]),
    .systemLibrary(
      name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
  ]
)

// What holds for every Swift target, in one place.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0470-isolated-conformances.md
    .enableUpcomingFeature("InferIsolatedConformances"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0481-weak-let.md
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
  ]
}

// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let tracing = Target.Dependency.product(
    name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"]))

let asyncHTTPClient: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
]

let package = Package(
    name: "swift-whatsapp-business",
    platforms: [.macOS(.v14), .iOS(.v17), .tvOS(.v17), .watchOS(.v10), .visionOS(.v1)],
    products: [
        .library(name: "WhatsApp", targets: ["WhatsApp"]),
        .library(name: "WhatsAppBusiness", targets: ["WhatsAppBusiness"]),
        .library(name: "WhatsAppConversations", targets: ["WhatsAppConversations"]),
        .library(name: "WhatsAppWebhooks", targets: ["WhatsAppWebhooks"]),
        .library(name: "WhatsAppCloudAPI", targets: ["WhatsAppCloudAPI"]),
        .library(name: "WhatsAppChatAPI", targets: ["WhatsAppChatAPI"]),
        .library(name: "WhatsApp360Dialog", targets: ["WhatsApp360Dialog"]),
        .library(name: "WhatsAppMessenger", targets: ["WhatsAppMessenger"]),
        .library(name: "WhatsAppFiles", targets: ["WhatsAppFiles"]),
        .library(name: "WhatsAppCURL", targets: ["WhatsAppCURL"]),
        .library(name: "WhatsAppURLSession", targets: ["WhatsAppURLSession"]),
        .library(name: "WhatsAppAsyncHTTPClient", targets: ["WhatsAppAsyncHTTPClient"]),
        .library(name: "WhatsAppSimulator", targets: ["WhatsAppSimulator"]),
    ],
    // Programs that do not enable one fetch nothing for it.
    traits: [
        .trait(name: "AsyncHTTPClient", description: "The transport for programs that run SwiftNIO already."),
        .trait(name: "Tracing", description: "Spans by swift-distributed-tracing."),
        .default(enabledTraits: []),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", "4.5.0"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.30.0"),
    ],
    targets: [
        // The vocabulary: models, errors, the provider protocol and the transport seam.
        .target(
            name: "WhatsAppBusiness", dependencies: [httpTypes, logging, metrics, tracing], swiftSettings: settings),
        // The pure module: windows, markets, rates, quotes.
        .target(name: "WhatsAppConversations", dependencies: ["WhatsAppBusiness"], swiftSettings: settings),
        // The inbound side of a program: handshake, signature, receiving.
        .target(
            name: "WhatsAppWebhooks", dependencies: ["WhatsAppBusiness", httpTypes, logging, crypto],
            swiftSettings: settings),
        // The Graph provider.
        .target(
            name: "WhatsAppCloudAPI",
            dependencies: ["WhatsAppBusiness", "WhatsAppWebhooks", httpTypes, crypto], swiftSettings: settings),
        // The provider of Chat API and 1msg.
        .target(
            name: "WhatsAppChatAPI", dependencies: ["WhatsAppBusiness", "WhatsAppWebhooks", httpTypes, crypto],
            swiftSettings: settings),
        // The provider of 360dialog, and its Partner API.
        .target(
            name: "WhatsApp360Dialog",
            dependencies: ["WhatsAppBusiness", "WhatsAppWebhooks", "WhatsAppCloudAPI", httpTypes, crypto],
            swiftSettings: settings),
        // Media from and into files: the vocabulary itself does no I/O.
        .target(name: "WhatsAppFiles", dependencies: ["WhatsAppBusiness"], swiftSettings: settings),
        // What an application embeds to send: pace, windows, prices, broadcasts.
        .target(
            name: "WhatsAppMessenger", dependencies: ["WhatsAppBusiness", "WhatsAppConversations"],
            swiftSettings: settings),
        // The server transport for Linux and macOS.
        .systemLibrary(
            name: "CCURL", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"]), .yum(["libcurl-devel"]), .brew(["curl"])]),
        .target(name: "WhatsAppCURL", dependencies: ["WhatsAppBusiness", "CCURL", httpTypes], swiftSettings: settings),
        // The portable transport.
        .target(name: "WhatsAppURLSession", dependencies: ["WhatsAppBusiness", httpTypes], swiftSettings: settings),
        // The transport for programs that run SwiftNIO already: empty without the trait.
        .target(
            name: "WhatsAppAsyncHTTPClient", dependencies: ["WhatsAppBusiness", httpTypes] + asyncHTTPClient,
            swiftSettings: settings),
        // The platform in a box.
        .target(
            name: "WhatsAppSimulator",
            dependencies: ["WhatsAppBusiness", "WhatsAppWebhooks", "WhatsAppConversations", httpTypes, crypto],
            swiftSettings: settings),
        // One import for programs that want everything but the simulator.
        .target(
            name: "WhatsApp",
            dependencies: [
                "WhatsAppBusiness", "WhatsAppConversations", "WhatsAppWebhooks", "WhatsAppCloudAPI",
                "WhatsAppChatAPI", "WhatsApp360Dialog", "WhatsAppMessenger",
                .target(
                    name: "WhatsAppFiles",
                    condition: .when(platforms: [
                        .linux, .macOS, .iOS, .tvOS, .watchOS, .visionOS, .macCatalyst, .android,
                    ])),
                .target(name: "WhatsAppCURL", condition: .when(platforms: [.linux, .macOS])),
                .target(
                    name: "WhatsAppURLSession",
                    condition: .when(platforms: [.iOS, .tvOS, .watchOS, .visionOS, .macCatalyst, .windows, .android])),
            ],
            swiftSettings: settings),

        .testTarget(
            name: "WhatsAppBusinessTests", dependencies: ["WhatsAppBusiness", "ProviderTestSupport"],
            resources: [.copy("Fixtures")], swiftSettings: settings),
        .testTarget(
            name: "WhatsAppWebhooksTests",
            dependencies: [
                "WhatsAppWebhooks", "WhatsAppBusiness", "ProviderTestSupport", httpTypes, logging,
                .product(name: "InMemoryLogging", package: "swift-log"),
            ],
            swiftSettings: settings),
        // One suite for all transports, against a scripted server.
        .target(
            name: "TransportTestSupport", dependencies: ["WhatsAppBusiness", httpTypes],
            path: "Tests/TransportTestSupport", swiftSettings: settings),
        .testTarget(
            name: "WhatsAppCURLTests",
            dependencies: [
                "WhatsAppCURL", "WhatsAppBusiness", "WhatsAppCloudAPI", "WhatsAppMessenger", "TransportTestSupport",
                "ProviderTestSupport", httpTypes,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "WhatsAppURLSessionTests",
            dependencies: ["WhatsAppURLSession", "WhatsAppBusiness", "TransportTestSupport", httpTypes],
            swiftSettings: settings),
        .testTarget(
            name: "WhatsAppAsyncHTTPClientTests",
            dependencies: [
                "WhatsAppAsyncHTTPClient", "WhatsAppBusiness", "TransportTestSupport", httpTypes,
            ] + asyncHTTPClient,
            swiftSettings: settings),
        // Its fixtures are read from the checkout: no resources, so no Bundle.
        .testTarget(
            name: "WhatsAppConversationsTests", dependencies: ["WhatsAppConversations"], exclude: ["Fixtures"],
            swiftSettings: settings),
        // Scripted transports and clocks for everything above the seam.
        .target(
            name: "ProviderTestSupport", dependencies: ["WhatsAppBusiness", httpTypes],
            path: "Tests/ProviderTestSupport", swiftSettings: settings),
        .testTarget(
            name: "WhatsAppCloudAPITests",
            dependencies: [
                "WhatsAppCloudAPI", "WhatsAppBusiness", "ProviderTestSupport", httpTypes, logging, metrics, tracing,
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(
                    name: "InMemoryTracing", package: "swift-distributed-tracing",
                    condition: .when(traits: ["Tracing"])),
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "WhatsAppChatAPITests",
            dependencies: [
                "WhatsAppChatAPI", "WhatsAppWebhooks", "WhatsAppBusiness", "WhatsAppSimulator", "ProviderTestSupport",
                httpTypes, logging, .product(name: "InMemoryLogging", package: "swift-log"),
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "WhatsApp360DialogTests",
            dependencies: [
                "WhatsApp360Dialog", "WhatsAppWebhooks", "WhatsAppBusiness", "WhatsAppSimulator", "ProviderTestSupport",
                httpTypes, logging, .product(name: "InMemoryLogging", package: "swift-log"),
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "WhatsAppFilesTests",
            dependencies: ["WhatsAppFiles", "WhatsAppCloudAPI", "WhatsAppBusiness", "ProviderTestSupport", httpTypes],
            swiftSettings: settings),
        .testTarget(
            name: "WhatsAppMessengerTests",
            dependencies: [
                "WhatsAppMessenger", "WhatsAppConversations", "WhatsAppBusiness", "WhatsAppCloudAPI",
                "WhatsAppWebhooks", "WhatsAppSimulator", "ProviderTestSupport", httpTypes,
            ],
            swiftSettings: settings),
        // The same tests over all providers.
        .testTarget(
            name: "WhatsAppConformanceTests",
            dependencies: [
                "WhatsAppSimulator", "WhatsAppCloudAPI", "WhatsApp360Dialog", "WhatsAppChatAPI", "WhatsAppBusiness",
                "ProviderTestSupport", httpTypes,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "WhatsAppSimulatorTests",
            dependencies: [
                "WhatsAppSimulator", "WhatsAppCloudAPI", "WhatsAppWebhooks", "WhatsAppConversations",
                "WhatsAppBusiness", "ProviderTestSupport", httpTypes,
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
    ]
)

// Documentation is built with a plugin that programs which use the package need not fetch: see Scripts/docs.
if Context.environment["WHATSAPP_DOCUMENTATION"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin.git", from: "1.5.0"))
}

// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let whatsApp = Target.Dependency.product(name: "WhatsApp", package: "swift-whatsapp-business")
let simulator = Target.Dependency.product(name: "WhatsAppSimulator", package: "swift-whatsapp-business")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "swift-whatsapp-business-examples",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "Quickstart", targets: ["Quickstart"]),
        .executable(name: "WebhookServer", targets: ["WebhookServer"]),
        .executable(name: "whatsapp", targets: ["CommandLine"]),
        .executable(name: "CostPage", targets: ["CostPage"]),
        .executable(name: "Simulator", targets: ["Simulator"]),
    ],
    dependencies: [
        .package(name: "swift-whatsapp-business", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
    ],
    targets: [
        // The simulator and a webhook receiver on ports.
        .target(
            name: "ExampleServers", dependencies: [whatsApp, simulator, hummingbird, httpTypes, logging],
            swiftSettings: settings),
        // A shop talks to a customer.
        .executableTarget(
            name: "Quickstart", dependencies: ["ExampleServers", whatsApp, simulator], swiftSettings: settings),
        // A bot behind a webhook.
        .executableTarget(
            name: "WebhookServer", dependencies: [whatsApp, hummingbird, httpTypes], swiftSettings: settings),
        // The same in one file, as the README shows it.
        .executableTarget(
            name: "SmallWebhook", dependencies: [whatsApp, hummingbird, httpTypes], swiftSettings: settings),
        // A static page with prices, a calculator and bills, from the pure module alone.
        .executableTarget(
            name: "CostPage",
            dependencies: [
                .product(name: "WhatsAppBusiness", package: "swift-whatsapp-business"),
                .product(name: "WhatsAppConversations", package: "swift-whatsapp-business"),
            ],
            swiftSettings: settings),
        // The simulator on a port, with a page that plays the customer's phone.
        .executableTarget(
            name: "Simulator", dependencies: ["ExampleServers", whatsApp, simulator], swiftSettings: settings),
        // The program `whatsapp`.
        .executableTarget(
            name: "CommandLine",
            dependencies: [
                "ExampleServers", whatsApp, simulator, logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
    ]
)

// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "swift-whatsapp-business-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-whatsapp-business", path: "..")],
    targets: [
        // The server of the transport benchmarks.
        .executableTarget(name: "LoadServer"),
        // A server that goes wrong in every way there is, and writes down what it did.
        .executableTarget(name: "FaultServer"),
        // The same sends on libcurl alone.
        .executableTarget(name: "BareLoop", linkerSettings: [.linkedLibrary("curl")]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                .product(name: "WhatsApp", package: "swift-whatsapp-business"),
                .product(name: "WhatsAppURLSession", package: "swift-whatsapp-business"),
            ],
            swiftSettings: settings),
    ]
)

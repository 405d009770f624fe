// swift-tools-version: 6.2
import PackageDescription

/// What every room is built with: Swift 6 mode, imports that do not leak, and no warning left behind.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A room: one folder under `Sources`, with the arrows that ARCHITECTURE.md allows it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// The tests of one room, or of the whole.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: house)
}

let package = Package(
    name: "downdraft",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        room("Market"),
        room("Digests", [.product(name: "Crypto", package: "swift-crypto")]),
        room("Series", ["Market"]),
        room("Indicators", ["Series"]),
        room("Indices", ["Market", "Series", "Digests"]),
        room("Levels"),
        room("Liquidations", ["Market", "Series"]),
        room("Catalysts", ["Market"]),
        room("Evidence", ["Market", "Digests"]),
        room("Narrative", ["Market", "Evidence"]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        tests("MarketTests", ["Market"]),
        tests("DigestsTests", ["Digests"]),
    ]
)

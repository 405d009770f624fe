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
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        room("Market"),
        room("Digests", [.product(name: "Crypto", package: "swift-crypto")]),
        room(
            "Store",
            [
                "Market", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room("Import", ["Market", "Digests", "Store", "CZlib"]),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        tests("MarketTests", ["Market"]),
        tests("DigestsTests", ["Digests"]),
        tests("StoreTests", ["Store", "Market", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("ImportTests", ["Import", "Store", "Market", "Digests"]),
    ]
)

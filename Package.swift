// swift-tools-version: 6.2
import PackageDescription

/// What every room is built with: Swift 6 mode, imports that do not leak, and no warning left behind.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// `make test` asks for rooms as fast as users run them, with every check and name that a debug build has: unoptimised,
/// the simulations alone take ten minutes. Whoever depends on this package asks for nothing.
let speed: [SwiftSetting] =
    Context.environment["DOWNDRAFT_FAST_TESTS"] == nil ? [] : [.unsafeFlags(["-O"])]

/// A room: one folder under `Sources`, with the arrows that ARCHITECTURE.md allows it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house + speed)
}

/// The tests of one room, or of the whole.
func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
        swiftSettings: house)
}

let package = Package(
    name: "downdraft",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "Downdraft",
            targets: ["Downdraft", "Market", "Evidence", "Narrative", "Rendering"]),
        .executable(name: "downdraft", targets: ["DowndraftCLI"]),
        .executable(name: "downdraft-live", targets: ["DowndraftLive"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CStreams"),

        room("Market"),
        room("Digests", [.product(name: "Crypto", package: "swift-crypto")]),
        room("Series", ["Market"]),
        room("Indicators", ["Market", "Series", "CStreams"]),
        room("Indices", ["Market", "Series", "Digests"]),
        room("Identity", ["Market"]),
        room("Levels", ["Market", "Series"]),
        room("Significance", ["Series"]),
        room("Margin", ["Market", "Series"]),
        room("Outlook", ["Series", "Significance"]),
        room("Liquidations", ["Market", "Series"]),
        room("Cascades", ["Market", "Series", "Significance"]),
        room("Catalysts", ["Market", "Series", "Significance"]),
        room("Feeds", ["Market"]),
        room("Claims", ["Market"]),
        room("Evidence", ["Market", "Digests"]),
        room("Narrative", ["Market", "Evidence"]),
        room("Rendering", ["Market", "Evidence", "Narrative"]),
        room("Wording", ["Evidence", "Narrative", "Rendering"]),
        room("Completions"),
        room(
            "Store",
            [
                "Market", "Series", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room("Import", ["Market", "Digests", "Feeds", "Indices", "Outlook", "Store", "CZlib"]),
        room(
            "Downdraft",
            [
                "Market", "Digests", "Series", "Identity", "Indicators", "Indices", "Significance",
                "Margin", "Levels", "Liquidations", "Cascades", "Catalysts", "Outlook",
                "Claims", "Evidence",
                "Narrative", "Store",
            ]),
        .executableTarget(
            name: "DowndraftCLI",
            dependencies: [
                "Market", "Digests", "Indices", "Outlook", "Evidence", "Narrative", "Rendering",
                "Wording", "Store", "Import", "Downdraft",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "DowndraftLive",
            dependencies: [
                "Completions",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        .executableTarget(
            name: "DowndraftBench",
            dependencies: [
                "Market", "Series", "Indicators", "Store", "Import", "Rendering", "Downdraft",
            ],
            path: "Benchmarks/Sources/DowndraftBench", swiftSettings: house),
        .executableTarget(
            name: "CascadeBench", dependencies: ["Market", "Series", "Cascades"],
            path: "Benchmarks/Sources/CascadeBench", swiftSettings: house),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        .target(
            name: "CaseSupport",
            dependencies: ["Downdraft", "Market", "Narrative", "Store", "Import", "TestSupport"],
            path: "Tests/CaseSupport", swiftSettings: house),
        tests("MarketTests", ["Market"]),
        tests("DigestsTests", ["Digests"]),
        tests("SeriesTests", ["Series", "Market"]),
        tests("IndicatorsTests", ["Indicators", "Market"]),
        tests("IndicesTests", ["Indices", "Market"]),
        tests("IdentityTests", ["Identity", "Market"]),
        tests("LevelsTests", ["Levels", "Market"]),
        tests("SignificanceTests", ["Significance", "Series"]),
        tests("OutlookTests", ["Outlook"]),
        tests("LiquidationsTests", ["Liquidations", "Series", "Market"]),
        tests("MarginTests", ["Margin", "Market"]),
        tests("CascadesTests", ["Cascades", "Market", "Series"]),
        tests("CatalystsTests", ["Catalysts", "Market"]),
        tests("ClaimsTests", ["Claims", "Market"]),
        tests("FeedsTests", ["Feeds", "Market"]),
        tests("EvidenceTests", ["Evidence", "Market"]),
        tests("NarrativeTests", ["Narrative", "Evidence", "Market"]),
        tests(
            "WordingTests",
            ["Wording", "Rendering", "Narrative", "Evidence", "Market", "CaseSupport"]),
        tests("CompletionsTests", ["Completions"]),
        tests("TidyTests", ["Digests"]),
        tests(
            "StoreTests",
            ["Store", "Series", "Market", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("ImportTests", ["Import", "Store", "Indices", "Outlook", "Market", "Digests"]),
        tests(
            "RenderingTests", ["Rendering", "Narrative", "Evidence", "Market", "CaseSupport"],
            exclude: ["Golden"]),
        tests(
            "DowndraftTests",
            [
                "Downdraft", "Market", "Evidence", "Narrative", "Rendering", "Store", "Import",
                "Outlook", "Digests", "CaseSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests(
            "DowndraftCLITests",
            [
                "DowndraftCLI", "DowndraftLive", "Digests", "CaseSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
    ]
)

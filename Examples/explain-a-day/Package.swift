// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "explain-a-day",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "downdraft", path: "../..")],
    targets: [
        .executableTarget(
            name: "ExplainADay",
            dependencies: [.product(name: "Downdraft", package: "downdraft")])
    ]
)

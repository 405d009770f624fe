import Digests
import Foundation
import TestSupport
import Testing

/// Every fixture says where it is from, and is still what was written then.
@Suite struct FixtureTests {
    private struct Sidecar: Decodable {
        let source: String
        let licence: String
        let date: String
        let sha256: String
    }

    @Test func everyFixtureHasItsSidecar() throws {
        let paths = try Repository.files(under: "Tests/Fixtures")
        let fixtures = paths.filter { !$0.hasSuffix(".source.json") }
        #expect(fixtures.count >= 4)
        for path in fixtures {
            let name = path.split(separator: ".").first.map(String.init) ?? path
            let sidecar = try JSONDecoder().decode(
                Sidecar.self, from: Data(try Repository.bytes(name + ".source.json")))
            #expect(
                sidecar.sha256 == ContentDigest(of: try Repository.bytes(path)).hexadecimal,
                "\(path) is not what its sidecar describes")
            #expect(!sidecar.source.isEmpty && !sidecar.licence.isEmpty && !sidecar.date.isEmpty)
        }
        #expect(paths.count == 2 * fixtures.count, "a sidecar without its fixture")
    }

    @Test func everyIndicatorHasItsReference() throws {
        var named: Set<String> = []
        for path in try Repository.files(under: "Sources/Indicators", suffix: ".swift") {
            let source = try Repository.text(path)
            let isIndicator =
                source.contains(": Indicator {") || source.contains(": ColumnIndicator {")
            guard source.contains("package struct"), isIndicator else { continue }
            let fixtures = source.split(separator: "`").filter {
                $0.hasPrefix("Fixtures/Indicators/")
            }
            #expect(!fixtures.isEmpty, "\(path) names no fixture")
            named.formUnion(fixtures.map { "Tests/" + $0 })
        }
        // The bars that all of them are fed are no indicator's answer.
        let bars: Set = ["Tests/Fixtures/Indicators/candles.csv"]
        let fixtures = try Repository.files(under: "Tests/Fixtures/Indicators", suffix: ".csv")
        #expect(named == Set(fixtures).subtracting(bars))
    }
}

import Foundation
import TestSupport
import Testing

/// Every kind of bad input: one line that names file, line and remedy, its own exit code, and a store
/// that is as it was.
@Suite struct BadInputTests {
    /// A store with two good bars in it.
    private static func store(in folder: TemporaryFolder) throws -> String {
        let path = folder.path("store.sqlite")
        let run = try BrokenCase().imported(into: path)
        try #require(run.status == 0, "\(run.error)")
        return path
    }

    private static func check(
        _ broken: BrokenCase, status: Int32, says words: String...,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let folder = try TemporaryFolder()
        let store = try store(in: folder)
        let before = try folder.bytes("store.sqlite")
        let run = try broken.imported(into: store)
        #expect(run.status == status, "\(run.error)", sourceLocation: location)
        #expect(run.output.isEmpty, sourceLocation: location)
        let lines = run.error.split(separator: "\n")
        #expect(lines.count == 1, "\(run.error)", sourceLocation: location)
        for word in words {
            #expect(run.error.contains(word), "\(run.error)", sourceLocation: location)
        }
        #expect(run.error.contains("—"), "no remedy: \(run.error)", sourceLocation: location)
        #expect(try folder.bytes("store.sqlite") == before, sourceLocation: location)
    }

    /// `gzip` of Python 3 for the header and rows of `BrokenCase`, cut and bent below.
    private static func gzipped(_ text: String) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "plain")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-n", folder.path("plain")]
        try process.run()
        process.waitUntilExit()
        return try folder.bytes("plain.gz")
    }

    private static var goodText: String {
        ([BrokenCase.header] + BrokenCase.rows).joined(separator: "\n") + "\n"
    }

    @Test func anEmptyFile() throws {
        try Self.check(BrokenCase(bytes: [], "bars.csv.gz"), status: 11, says: "bars.csv.gz")
    }

    @Test func aTruncatedFile() throws {
        let whole = try Self.gzipped(Self.goodText)
        try Self.check(
            BrokenCase(bytes: Array(whole.dropLast(9)), "bars.csv.gz"), status: 12,
            says: "bars.csv.gz")
    }

    @Test func aCorruptFile() throws {
        var bytes = try Self.gzipped(Self.goodText)
        bytes[bytes.count / 2] ^= 0xFF
        try Self.check(BrokenCase(bytes: bytes, "bars.csv.gz"), status: 13, says: "bars.csv.gz")
    }

    @Test func aWrongColumn() throws {
        let header = BrokenCase.header.replacingOccurrences(of: "close", with: "last")
        try Self.check(
            BrokenCase(lines: [header] + BrokenCase.rows), status: 14, says: "bars.csv:1", "close")
    }

    @Test(arguments: ["nan", "NaN", "inf", "-inf", "abc", "", "1e999"])
    func aFigureThatIsNone(word: String) throws {
        let row = BrokenCase.rows[1].replacingOccurrences(of: "3.35", with: word)
        try Self.check(
            BrokenCase(lines: [BrokenCase.header, BrokenCase.rows[0], row]), status: 15,
            says: "bars.csv:3", "close")
    }

    @Test(arguments: ["-3.35", "0"])
    func aPriceThatCannotBe(word: String) throws {
        let row = BrokenCase.rows[1].replacingOccurrences(of: "3.35", with: word)
        try Self.check(
            BrokenCase(lines: [BrokenCase.header, BrokenCase.rows[0], row]), status: 16,
            says: "bars.csv:3")
    }

    @Test func aRowTwice() throws {
        try Self.check(
            BrokenCase(lines: [BrokenCase.header] + [BrokenCase.rows[0], BrokenCase.rows[0]]),
            status: 17, says: "bars.csv:3", "2")
    }

    @Test func twoFilesThatDisagree() throws {
        let row = BrokenCase.rows[1].replacingOccurrences(of: "3.35", with: "3.36")
        try Self.check(
            BrokenCase(lines: [BrokenCase.header, BrokenCase.rows[0], row]), status: 18,
            says: "bars.csv", "3.35")
    }

    @Test func aFileTheManifestDoesNotMean() throws {
        try Self.check(
            BrokenCase(
                bytes: Array(Self.goodText.utf8), "bars.csv",
                sha256: String(repeating: "0", count: 64)), status: 19, says: "bars.csv")
    }

    @Test func noSuchCase() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun(
            "import", folder.path("nowhere"), "--store", folder.path("store.sqlite"))
        #expect(run.status == 10 && run.error.contains("nowhere"), "\(run.error)")
    }
}

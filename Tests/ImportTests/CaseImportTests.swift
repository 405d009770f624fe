#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Import
import Market
import Store
import TestSupport
import Testing

@Suite struct CaseImportTests {
    private var sample: SampleCase
    private let store: String

    init() throws {
        sample = try SampleCase()
        store = sample.folder.path("store.sqlite")
    }

    private func run(_ path: String) throws -> ImportReport {
        let writer = try StoreWriter.open(path: store)
        return try CaseImport.run(path: path, into: writer)
    }

    private func failure(_ sample: SampleCase) throws -> ImportError {
        let path = try sample.write()
        let failure = #expect(throws: ImportError.self) { try run(path) }
        return try #require(failure)
    }

    @Test func aCaseIsImportedOnceAndThenSkipped() throws {
        let path = try sample.write()
        let first = try run(path)
        #expect(first.caseName == "sample" && first.files.count == RowKind.allCases.count)
        #expect(first.inserted == sample.rows && first.alreadyThere == 0)
        #expect(first.files.allSatisfy { !$0.wasSkipped })
        let second = try run(path + "/manifest.json")
        #expect(second.inserted == 0 && second.alreadyThere == sample.rows)
        #expect(second.files.allSatisfy { $0.wasSkipped })
        let range = TimeRange(
            from: Timestamp(seconds: 1_737_972_000), to: Timestamp(seconds: 1_737_979_200))
        let bars = try StoreReader.open(path: store).snapshot(asOf: range.end)
            .candles(series: "index:TOTAL", interval: .hour, range: range)
        #expect(bars.rows.map(\.close) == [105, 81.125])
        #expect(bars.rows.map(\.volume) == [nil, 12.5] && bars.sources.sources == ["alpha"])
    }

    @Test func oneFileCanBeImportedAlone() throws {
        let path = try sample.write()
        let report = try run(path + "/bars.csv.gz")
        #expect(report.files.map(\.path) == ["bars.csv.gz"] && report.inserted == 2)
        try sample.folder.write("x", to: "case/other.csv")
        for (name, kind) in [("other.csv", ImportError.Kind.badManifest), ("no.csv", .missingFile)]
        {
            let failure = #expect(throws: ImportError.self) { try run(path + "/" + name) }
            #expect(failure?.kind == kind)
        }
    }

    @Test func anImportCutShortIsTakenUp() throws {
        var broken = sample
        broken.files[3].bytes = []
        let error = try failure(broken)
        #expect(error.kind == .emptyFile)
        let report = try run(sample.write())
        #expect(report.files.prefix(3).allSatisfy { $0.wasSkipped })
        #expect(report.files.dropFirst(3).allSatisfy { !$0.wasSkipped })
        #expect(report.inserted + report.alreadyThere == sample.rows)
    }

    @Test func progressEndsWithEverything() throws {
        let path = try sample.write()
        var seen: [ImportProgress] = []
        let writer = try StoreWriter.open(path: store)
        _ = try CaseImport.run(path: path, into: writer) { seen.append($0) }
        let last = try #require(seen.last)
        #expect(last.filesDone == last.filesTotal && last.filesTotal == sample.files.count)
        #expect(last.rowsDone == last.rowsTotal && last.rowsTotal == sample.rows)
        for (before, after) in zip(seen, seen.dropFirst()) {
            #expect(before.rowsDone <= after.rowsDone && before.filesDone <= after.filesDone)
        }
    }

    /// The packed bars spoiled, and the most specific answer.
    @Test(
        arguments: [
            ([], ImportError.Kind.emptyFile, nil),
            (Array(GzipVectors.barsFile.dropLast(5)), .truncated, nil),
            (Array("not gzip".utf8), .corrupt, nil), (GzipVectors.barsFile + [7], .corrupt, nil),
            (GzipVectors.hello, .wrongColumns, 1), (GzipVectors.million, .tooLarge, 1),
            (GzipVectors.nothing, .emptyFile, nil),
        ] as [([UInt8], ImportError.Kind, Int?)])
    func aSpoiledFileIsToldApart(bytes: [UInt8], kind: ImportError.Kind, line: Int?) throws {
        var sample = sample
        let packed = try #require(sample.files.firstIndex { $0.kind == "bars" })
        sample.files[packed].bytes = bytes
        let error = try failure(sample)
        #expect(error.kind == kind && error.line == line && error.file == "bars.csv.gz", "\(error)")
    }

    @Test func theFileMustBeTheOneTheManifestMeans() throws {
        var other = sample
        other.files[0].sha256 = String(repeating: "0", count: 64)
        #expect(try failure(other).kind == .checksumMismatch)
        other = sample
        other.files[0].rows = 3
        #expect(try failure(other).kind == .badManifest)
        other = sample
        let header = Array("asset,name,class,known\n".utf8)
        other.files[0].bytes = header
        #expect(try failure(other).kind == .emptyFile)
        _ = try sample.write()
        try FileManager.default.removeItem(atPath: sample.folder.path("case/assets.csv"))
        let failure = #expect(throws: ImportError.self) { try run(sample.folder.path("case")) }
        #expect(failure?.kind == .missingFile && failure?.file == "assets.csv")
    }

    @Test(arguments: [
        "/etc/passwd", "../store.sqlite", "a/../../b", "a//b", "./a", "a/./b", "", "a/", "..",
        "a\\\\b",
        "a\\u0000b", "link/outside.csv", "outside.csv",
    ])
    func noFileOutsideTheCaseIsRead(path: String) throws {
        var sample = sample
        let folder = sample.folder
        try folder.write("asset,name,class,known\n", to: "outside.csv")
        _ = try sample.write()
        for (name, target) in [
            ("link", folder.url.path), ("outside.csv", folder.path("outside.csv")),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("case/\(name)"), withDestinationPath: target)
        }
        sample.files[0].path = path
        try folder.write(sample.manifest, to: "case/manifest.json")
        let failure = #expect(throws: ImportError.self) { try run(folder.path("case")) }
        #expect(failure?.kind == .unsafePath, "\(String(describing: failure))")
    }

    @Test func aLinkWithinTheCaseMayBeFollowed() throws {
        var sample = sample
        let path = try sample.write()
        try FileManager.default.createSymbolicLink(
            atPath: path + "/same.csv", withDestinationPath: "assets.csv")
        sample.files[0].path = "same.csv"
        try sample.folder.write(sample.manifest, to: "case/manifest.json")
        #expect(try run(path).inserted == sample.rows)
    }

    @Test func rowsThatContradictTheStoreAreAConflict() throws {
        _ = try run(sample.write())
        var other = sample
        let text = SampleFiles.text(.assets).replacing("Bitcoin", with: "Bitcon")
        other.files[0].bytes = Array(text.utf8)
        let error = try failure(other)
        #expect(error.kind == .conflict && error.file == "assets.csv")
        #expect(error.description.contains("Bitcoin, not Bitcon"))
    }

    @Test func whatTheStoreAnswersIsPassedOn() throws {
        let path = try sample.write()
        let writer = try StoreWriter.open(path: store)
        try writer.close()
        let failure = #expect(throws: ImportError.self) {
            try CaseImport.run(path: path, into: writer)
        }
        guard case .store = failure?.kind else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    /// Pieces of the manifest replaced, each of which spoils it.
    @Test(arguments: [
        ("downdraft.case/1", "downdraft.case/2"), ("downdraft.case/1", "other/1"), ("{", "["),
        ("\"rows\": 2", "\"rows\": \"2\""), ("\"rows\": 2", "\"rows\": -2"),
        ("\"rows\": 2", "\"rows\": 1e99"), ("\"rows\"", "\"row\""),
        ("\"alpha\", \"lic", "\"beta\", \"lic"),
        ("\"kind\": \"assets\"", "\"kind\": \"bar\""), ("assets.csv", "instruments.csv"),
        ("\"sha256\": \"", "\"sha256\": \"A"), ("\"case\": \"sample\",", ""),
        ("\"title\": \"t\"", "\"title\": null"),
    ])
    func aSpoiledManifestIsToldApart(found: String, replacement: String) throws {
        let path = try sample.write()
        let text = sample.manifest.replacing(found, with: replacement, maxReplacements: 1)
        #expect(text != sample.manifest)
        try sample.folder.write(text, to: "case/manifest.json")
        let failure = #expect(throws: ImportError.self) { try run(path) }
        #expect(failure?.kind == .badManifest, "\(String(describing: failure))")
        #expect(failure?.file == "manifest.json")
    }

    @Test func noDamageToTheManifestTraps() throws {
        let path = try sample.write()
        let good = Array(sample.manifest.utf8)
        var random = SeededGenerator(seed: 3)
        let writer = try StoreWriter.open(path: store)
        for _ in 0..<200 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...127, using: &random)
            }
            try sample.folder.write(bytes, to: "case/manifest.json")
            _ = try? CaseImport.run(path: path, into: writer)
        }
        for text in ["", "{}", "null", String(repeating: "[", count: 100_000)] {
            try sample.folder.write(text, to: "case/manifest.json")
            #expect(throws: ImportError.self) { try CaseImport.run(path: path, into: writer) }
        }
    }
}

import Import
import Market
import Store
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is at fault is told, and a file that is none leaves the store as it was.
@Suite struct NewsFaultTests {
    private let samples: NewsSamples

    init() throws {
        samples = try NewsSamples()
    }

    private static let entities = """
        <!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
        <rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>
        """

    /// Bytes that are no file of stories, with what they are told to be.
    private static let hostile: [(bytes: [UInt8], kind: ImportError.Kind)] = [
        ([], .emptyFile), (Array(" \n\t".utf8), .emptyFile), ([0, 1, 2, 3, 255], .corrupt),
        (Array("words".utf8), .corrupt), (Array("%PDF-1.7".utf8), .corrupt),
        (Array("a,title\n1,2\n".utf8), .wrongColumns),
        (Array("title,title,published\n".utf8), .wrongColumns),
        (Array(entities.utf8), .corrupt),
        (Array("what: no time\ntime: noon\n".utf8), .badValue),
        (Array("time: 2025-01-27T12:00Z\nwhat: a\nwhat: b\n".utf8), .badValue),
        (Array(NewsSamples.packed.dropLast(9)), .truncated),
        (NewsSamples.packed + [7], .corrupt), ([0x1F, 0x8B], .truncated),
        ([0x1F, 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9], .corrupt),
    ]

    @Test func aFileThatIsNoneLeavesTheStoreAsItWas() throws {
        try samples.run(NewsSamples.table)
        let before = try samples.folder.bytes("store.sqlite")
        for (bytes, kind) in Self.hostile {
            let failure = try samples.failure(bytes)
            #expect(failure.kind == kind, "\(failure)")
            #expect(failure.file == "file" && !failure.remedy.isEmpty)
            #expect(!failure.description.contains("\n"))
            #expect(try samples.folder.bytes("store.sqlite") == before, "\(failure)")
        }
        #expect(try samples.headlines() == NewsSamples.expected("und"))
    }

    @Test func aFileThatIsNoneMakesNoStore() throws {
        for (bytes, _) in Self.hostile { _ = try samples.failure(bytes) }
        #expect(throws: StoreError.missing(path: samples.store)) {
            try StoreReader.open(path: samples.store)
        }
    }

    @Test func aFormatThatIsNamedMustBeTheFiles() throws {
        let failure = try samples.failure(Array(NewsSamples.whole[0].text.utf8), format: "atom")
        #expect(failure.kind == .corrupt && failure.line == 1, "\(failure)")
    }

    @Test func whatIsNoStoreStaysAsItIs() throws {
        try samples.folder.write("some words", to: "store.sqlite")
        let failure = try samples.failure(Array(NewsSamples.table.utf8))
        #expect(failure.kind == .store(.notAStore(path: samples.store)))
        #expect(try samples.folder.bytes("store.sqlite") == Array("some words".utf8))
    }

    @Test func whereThereIsNoFile() throws {
        for path in [samples.folder.path("none"), samples.folder.url.path] {
            let failure = #expect(throws: ImportError.self) { try NewsFile(path: path) }
            #expect(failure?.kind == .missingFile && failure?.file == path)
        }
    }

    /// Of a feed that ends early the whole stories are stored, and it is told.
    @Test(arguments: [
        ("rss", 3, 1), ("atom", 1, 1), ("json-feed", 1, 1), ("hacker-news", 1, 1),
        ("readhub", 1, 1),
    ])
    func ofACutFileTheWholeStoriesAreStored(format: String, line: Int, stories: Int) throws {
        let text = try #require(NewsSamples.whole.first { $0.format == format }).text
        let end = try #require(text.ranges(of: "比特").first).lowerBound
        let report = try samples.run(String(text[..<end]))
        #expect(report.stories == stories && report.added == stories, "\(report)")
        let cut = try #require(report.cut)
        #expect(cut.kind == .truncated && (cut.line ?? 0) >= line, "\(cut)")
        #expect(cut.remedy.contains("stored"))
        #expect(report.faults.contains { $0.what.contains("ends within") && $0.count == 1 })
        let whole = try samples.run(text)
        #expect(whole.added == 1 && whole.alreadyThere == 1 && whole.cut == nil)
        #expect(
            try samples.headlines() == NewsSamples.expected(NewsSamples.language(format)))
    }

    @Test func aTableWithoutItsLastLineEndIsCut() throws {
        let report = try samples.run(String(NewsSamples.table.dropLast()))
        #expect(report.added == 1 && report.cut?.kind == .truncated && report.cut?.line == 3)
    }

    @Test func rubbishWithinAFeedEndsTheReading() throws {
        let report = try samples.run(
            #"[{"id": 1, "title": "a", "time": 1737979200}, nonsense, {}]"#, format: "hacker-news")
        #expect(report.added == 1 && report.cut?.kind == .corrupt, "\(report)")
    }

    @Test func faultsAreToldByKindWithTheFirst() throws {
        var lines = ["id,published,title,url,colour"]
        for row in 0..<6 { lines.append("\(row),yesterday,t,,") }
        lines.append("7,2025-01-27T12:00Z,,,")
        lines.append("8,2025-01-27T12:00Z,whole,javascript:alert(1),")
        let report = try samples.run(lines.joined(separator: "\n") + "\n")
        #expect(report.stories == 1 && report.added == 1 && report.cut == nil)
        let counts = report.faults.map(\.count)
        #expect(counts == [1, 6, 6, 1, 1], "\(report.faults)")
        let words = ["no title", "no time", "an unreadable time", "no web address", "column"]
        for (fault, word) in zip(report.faults, words) {
            #expect(fault.what.contains(word), "\(fault)")
            #expect(fault.examples.count == min(fault.count, NewsReport.Fault.mostExamples))
        }
        #expect(
            report.faults[2].examples.first?.contains("line 2: published is \"yesterday\"") == true)
        #expect(report.faults[3].what.contains("the story stands"))
        #expect(report.faults[0].what.contains("left out"))
        #expect(try samples.headlines().map(\.url) == [""])
    }

    @Test func wordsFromAFileMoveNoCursor() throws {
        let report = try samples.run("id,published,title\n1,\u{1B}[2J\u{7},t\n")
        #expect(!report.faults.isEmpty)
        let shown = report.faults.flatMap(\.examples).joined()
        #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    /// Samples with bytes changed, cut and repeated: an error, or rows that the schema takes and that a
    /// second import finds there.
    @Test func noDamageTrapsOrIsTakenTwice() throws {
        var random = SeededGenerator(seed: 7)
        for round in 0..<210 {
            let sample = NewsSamples.whole[round % NewsSamples.whole.count]
            var bytes = Array(sample.text.utf8)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            }
            let importer = try NewsImport(
                source: NewsSource(name: "s\(round)"),
                fetched: round % 2 == 0 ? nil : Timestamp("2025-01-28T00:00Z"))
            let file = NewsFile(name: "file", bytes: bytes)
            do {
                let first = try importer.run(file, store: samples.store)
                #expect(first.added == first.stories)
                #expect(try importer.run(file, store: samples.store).added == 0)
            } catch {
                #expect(error.kind != .conflict && error.line != 0, "\(error)")
                if case .store = error.kind { Issue.record("\(error)") }
            }
        }
    }
}

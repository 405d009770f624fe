import Import
import Market
import Store
import TestSupport
import Testing

@Suite struct NewsImportTests {
    private let samples: NewsSamples

    init() throws {
        samples = try NewsSamples()
    }

    @Test(arguments: NewsSamples.whole)
    func eachFormatGivesItsStories(format: String, text: String) throws {
        let language = NewsSamples.language(format)
        let expected = try NewsSamples.expected(language)
        for named in [nil, format] {
            let samples = try NewsSamples()
            let report = try samples.run(text, format: named)
            #expect(report.format == format && report.file == "file" && report.source == "s")
            #expect(report.stories == 2 && report.added == 2 && report.alreadyThere == 0)
            #expect(report.reworded == 0)
            #expect(report.withoutLanguage == (language == "und" ? 2 : 0))
            #expect(report.faults == [] && report.cut == nil)
            #expect(try samples.headlines() == expected)
        }
        #expect(NewsSamples.whole.map(\.format) == NewsImport.formats)
    }

    @Test(arguments: NewsSamples.whole)
    func twiceAddsNothing(format: String, text: String) throws {
        for fetched in [nil, "2025-01-28T00:00Z"] {
            let samples = try NewsSamples()
            try samples.run(text, fetched: fetched)
            let before = try samples.headlines()
            for later in [fetched, fetched.map { _ in "2025-01-29T00:00Z" }] {
                let again = try samples.run(text, fetched: later)
                #expect(again.added == 0 && again.alreadyThere == 2 && again.reworded == 0)
            }
            #expect(try samples.headlines() == before)
        }
    }

    @Test func aPackedFileIsUnpackedWhateverItIsCalled() throws {
        let importer = try NewsImport(source: NewsSource(name: "s"))
        for name in ["stories.csv", "stories.csv.gz"] {
            let samples = try NewsSamples()
            try samples.folder.write(NewsSamples.packed, to: name)
            let path = samples.folder.path(name)
            let report = try importer.run(NewsFile(path: path), store: samples.store)
            #expect(report.file == path && report.added == 2)
            #expect(try samples.headlines() == NewsSamples.expected("und"))
            #expect(try samples.run(NewsSamples.table).added == 0, "the same stories, unpacked")
        }
    }

    @Test func aLanguageIsTheFilesOrElseTheOneGiven() throws {
        let said = NewsSamples.table.replacing("url,id", with: "url,id,language")
            .replacing("/1,1", with: "/1,1,en-GB").replacing("/2,2", with: "/2,2,")
        let report = try samples.run(said, language: "zh")
        #expect(report.withoutLanguage == 0)
        #expect(try samples.headlines().map(\.language) == ["en", "zh"])
    }

    @Test func themesAreCountedAndNotStored() throws {
        let report = try samples.run(
            """
            time: 2025-01-27T12:00Z
            what: an export rule
            themes: ai, rates

            time: 2025-01-27T12:30Z
            what: another
            """)
        #expect(report.format == "catalysts" && report.added == 2 && report.withThemes == 1)
        let view = try StoreReader.open(path: samples.store)
            .snapshot(asOf: Timestamp(microseconds: .max))
        #expect(try view.themeTerms().rows == [])
    }

    @Test func progressRunsToTheEnd() throws {
        let titles = (0..<40_000).map { "story \($0) " + String(repeating: "x", count: 40) }
        let bytes = Array(NewsSamples.table(titles).utf8)
        try #require(bytes.count > 2 << 20)
        let told = Told()
        let report = try NewsImport(source: NewsSource(name: "s"))
            .run(NewsFile(name: "large", bytes: bytes), store: samples.store) { done, total in
                told.shares.append(Double(done) / Double(total))
            }
        #expect(report.added == titles.count && told.shares.count >= 6)
        #expect(told.shares == told.shares.sorted() && told.shares.allSatisfy { $0 <= 1 })
        #expect(try #require(told.shares.last) > 0.75)
    }

    private final class Told {
        var shares: [Double] = []
    }
}

extension NewsImportTests {
    @Test func aSourceIsDescribedOnce() throws {
        let described = NewsSource(
            name: "s", title: "Stories", publisher: "a desk", licence: "CC0-1.0")
        try samples.run(NewsSamples.table, source: described)
        let source = try #require(try samples.sources().first)
        #expect(source.id == "s" && source.title == "Stories" && source.publisher == "a desk")
        #expect(source.licence == "CC0-1.0" && source.repository.isEmpty && source.commit.isEmpty)
        try samples.run(NewsSamples.table, source: described)
        try samples.run(NewsSamples.table)
        #expect(try samples.sources() == [source])
        let other = #expect(throws: ImportError.self) {
            try samples.run(
                NewsSamples.table(["new"]), source: NewsSource(name: "s", title: "Other"))
        }
        #expect(other?.kind == .conflict && other?.what.contains("\"Stories\"") ?? false)
        #expect(try samples.headlines().count == 2)
    }

    @Test func aSourceThatIsNotDescribedHasItsName() throws {
        try samples.run(NewsSamples.table)
        let source = try #require(try samples.sources().first)
        #expect(source.title == "s" && source.publisher.isEmpty)
        #expect(source.licence == "none stated" && !source.note.isEmpty)
    }

    @Test func theSourcesOfCasesAreNotMixedWith() throws {
        let ofCase = Source(
            id: "s", title: "t", publisher: "p", repository: "o/n", commit: "c", licence: "l",
            note: "")
        try StoreWriter.open(path: samples.store).declare([ofCase])
        let failure = try samples.failure(Array(NewsSamples.table.utf8))
        #expect(failure.kind == .conflict && failure.remedy.contains("--source"))
        #expect(try samples.sources() == [ofCase] && samples.headlines() == [])
    }

    /// Another source may have a story of the same id: a case that was told the same short name.
    @Test func whatAnotherSourceHasIsThereAlready() throws {
        let ofCase = Source(
            id: "a", title: "t", publisher: "p", repository: "o/n", commit: "c", licence: "l",
            note: "")
        let writer = try StoreWriter.open(path: samples.store)
        try writer.declare([ofCase])
        let file = ImportedFile(
            name: "f", sha256: String(repeating: "0", count: 64), kind: .headlines, source: "a",
            rows: 1)
        let noon = try #require(Timestamp("2025-01-27T12:00Z")).microseconds
        _ = try writer.transaction(importing: file) { store throws(StoreError) in
            try store.append([
                .text("s:1"), .integer(noon), .integer(noon), .text("en"),
                .text("Coins fall, again"), .text("https://news.example/1"),
            ])
        }
        let report = try samples.run(NewsSamples.table)
        #expect(report.added == 1 && report.alreadyThere == 1)
        let titles = try samples.headlines().map(\.title)
        #expect(titles == ["Coins fall, again", "比特币下跌"])
    }

    @Test(
        arguments: [
            ("", nil, nil, "--source"), ("two words", nil, nil, "--source"),
            (String(repeating: "n", count: 33), nil, nil, "--source"),
            ("s", "pdf", nil, "--format"),
            ("s", nil, "english", "--language"), ("s", nil, "", "--language"),
            ("s", nil, "EN", "--language"),
        ] as [(String, String?, String?, String)])
    func whatCannotBeAskedFor(name: String, format: String?, language: String?, place: String) {
        let failure = #expect(throws: ImportError.self) {
            try NewsImport(source: NewsSource(name: name), format: format, language: language)
        }
        #expect(failure?.kind == .badValue && failure?.file == place)
    }
}

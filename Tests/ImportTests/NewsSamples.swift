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

/// Small files of stories, one of each format, each with the same two stories; and a store to bring
/// them into.
struct NewsSamples {
    let folder: TemporaryFolder
    let store: String

    init() throws {
        folder = try TemporaryFolder()
        store = folder.path("store.sqlite")
    }

    /// Imports a text.
    @discardableResult
    func run(
        _ text: String, source: NewsSource = NewsSource(name: "s"), fetched: String? = nil,
        format: String? = nil, language: String? = nil
    ) throws -> NewsReport {
        let importer = try NewsImport(
            source: source, fetched: try fetched.map { try #require(Timestamp($0)) },
            format: format, language: language)
        return try importer.run(NewsFile(name: "file", bytes: Array(text.utf8)), store: store)
    }

    /// The headlines of all time, as they were known at an instant.
    func headlines(at instant: String = "9999-01-01T00:00Z") throws -> [Headline] {
        let asOf = try #require(Timestamp(instant))
        let always = TimeRange(
            from: Timestamp(microseconds: .min), to: Timestamp(microseconds: .max))
        return try StoreReader.open(path: store).snapshot(asOf: asOf).headlines(always).rows
    }

    /// The titles known at an instant.
    func titles(at instant: String) throws -> [String] {
        try headlines(at: instant).map(\.title)
    }

    /// The sources that the store knows.
    func sources() throws -> [Source] {
        try StoreReader.open(path: store).snapshot(asOf: Timestamp(seconds: 0)).sources()
    }

    /// What the import of some bytes throws.
    func failure(_ bytes: [UInt8], format: String? = nil) throws -> ImportError {
        let importer = try NewsImport(source: NewsSource(name: "s"), format: format)
        let failure = #expect(throws: ImportError.self) {
            try importer.run(NewsFile(name: "file", bytes: bytes), store: store)
        }
        return try #require(failure)
    }

    /// A table of stories that are numbered, with these titles, all published at noon.
    static func table(_ titles: [String]) -> String {
        titles.enumerated().reduce("id,published,title,url\n") { text, row in
            text + "\(row.offset),2025-01-27T12:00Z,\(row.element),\n"
        }
    }

    /// The two stories of every sample: at noon and at one o'clock, in no language but that of the file.
    static func expected(_ language: String) throws -> [Headline] {
        let noon = try #require(Timestamp("2025-01-27T12:00Z"))
        return [
            Headline(
                id: "s:1", published: noon, language: language, title: "Coins fall, again",
                url: "https://news.example/1"),
            Headline(
                id: "s:2", published: noon + .hour, language: language, title: "比特币下跌",
                url: "https://news.example/2"),
        ]
    }

    static let table = """
        published,title,url,id
        2025-01-27T12:00:00Z,"Coins fall, again",https://news.example/1,1
        2025-01-27T13:00:00Z,比特币下跌,https://news.example/2,2

        """

    /// `table`, packed by Python's `gzip.compress(…, mtime=0)`.
    static let packed: [UInt8] = Array(Data(base64Encoded: packedText) ?? Data())
    private static let packedText =
        "H4sIAAAAAAACAysoTcrJLM5ITdEpySzJSdUpLcrRyUzhMjIwMtU1MNQ1Mg8xNLIyMACiKB0l5/zMvGKF"
        + "tMScHB2FxPTEzDwlnYySkoJiK339vNTyYr3UisTcgpxUfUMdQxQTjGEmPFs/5Xnnzqc7Gp/s6H6xvQe7"
        + "biMdIy4AIQjoI5cAAAA="

    /// The language of a sample: two formats are those of a site whose language is known.
    static func language(_ format: String) -> String {
        ["hacker-news": "en", "readhub": "zh"][format] ?? "und"
    }

    /// A sample of each format by its name.
    static let whole: [(format: String, text: String)] = [
        (
            "rss",
            """
            <rss version="2.0"><channel><title>Feed</title>
            <item><title>Coins fall, again</title><guid isPermaLink="false">1</guid>
            <link>https://news.example/1</link><pubDate>Mon, 27 Jan 2025 12:00:00 GMT</pubDate></item>
            <item><title>比特币下跌</title><guid isPermaLink="false">2</guid>
            <link>https://news.example/2</link><pubDate>Mon, 27 Jan 2025 08:00:00 -0500</pubDate></item>
            </channel></rss>
            """
        ),
        (
            "atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>
            <entry><id>1</id><title>Coins fall, again</title><link href="https://news.example/1"/>
            <published>2025-01-27T12:00:00Z</published></entry>
            <entry><id>2</id><title>比特币下跌</title><link href="https://news.example/2"/>
            <published>2025-01-27T14:00:00+01:00</published></entry></feed>
            """
        ),
        (
            "json-feed",
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": [
             {"id": "1", "title": "Coins fall, again", "url": "https://news.example/1",
              "date_published": "2025-01-27T12:00:00Z"},
             {"id": "2", "title": "比特币下跌", "url": "https://news.example/2",
              "date_published": "2025-01-27T13:00:00Z"}]}
            """
        ),
        (
            "hacker-news",
            """
            {"id": 1, "title": "Coins fall, again", "url": "https://news.example/1", "time": 1737979200}
            {"id": 2, "title": "比特币下跌", "url": "https://news.example/2", "time": 1737982800}

            """
        ),
        (
            "readhub",
            """
            [{"id": "1", "publishDate": "2025-01-27T12:00:00.000Z", "title": "Coins fall, again",
              "url": "https://news.example/1"},
             {"id": "2", "publishDate": "2025-01-27T13:00:00.000Z", "title": "比特币下跌",
              "url": "https://news.example/2"}]
            """
        ),
        ("csv", table),
        (
            "catalysts",
            """
            time: 2025-01-27T12:00Z
            what: Coins fall, again
            source: https://news.example/1
            id: 1

            time: 2025-01-27T13:00Z
            what: 比特币下跌
            source: https://news.example/2
            id: 2

            """
        ),
    ]
}

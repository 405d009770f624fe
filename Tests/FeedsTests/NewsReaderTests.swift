import Feeds
import Foundation
import Market
import TestSupport
import Testing

/// Every format against other readers of it, and the same three stories in each.
@Suite struct NewsReaderTests {
    @Test func agreesWithOtherReaders() throws {
        let rows = try ReferenceFeeds.rows("feeds.json")
        #expect(rows.count > 50)
        var compared = 0
        for (number, row) in rows.enumerated() {
            let data = try #require(Data(base64Encoded: row["bytes"]?.string ?? ""))
            let reading = try SampleFeeds.reader().read([UInt8](data))
            let items = try #require(row["items"]?.items)
            #expect(reading.format.rawValue == row["format"]?.string)
            #expect(reading.items == items.count && reading.faults == [], "feed \(number)")
            guard reading.stories.count == items.count else {
                Issue.record("feed \(number): \(reading.stories.count) of \(items.count) stories")
                continue
            }
            for (story, item) in zip(reading.stories, items) {
                let told = story.published ?? story.updated
                let updated = story.published == nil ? nil : story.updated
                #expect(story.title == item["title"]?.string, "feed \(number)")
                #expect(story.url == item["link"]?.string, "feed \(number)")
                #expect(story.id == "s:" + (item["id"]?.string ?? ""), "feed \(number)")
                #expect(told.map { String($0.microseconds) } == item["told"]?.string)
                #expect(updated.map { String($0.microseconds) } == item["updated"]?.string)
                compared += 1
            }
        }
        #expect(compared > 200)
    }

    @Test func readsTheSameFromEveryFormat() throws {
        for (format, text) in SampleFeeds.whole {
            let reading = try SampleFeeds.read(text)
            #expect(reading.format == format)
            #expect(reading.faults == [] && reading.items == 3 && !reading.isPartial)
            #expect(reading.stories.map(\.title) == ["Café & “bar”", "Second one", "比特币下跌"])
            #expect(
                reading.stories.map(\.url)
                    == ["1?a=1&b=2", "2", "3"].map { "https://news.example/" + $0 })
            let hour = TimeSpan.hours(1)
            #expect(
                reading.stories.map(\.published)
                    == [SampleFeeds.noon, SampleFeeds.noon + hour, SampleFeeds.noon + hour + hour])
            #expect(reading.stories.map(\.firstSeen) == reading.stories.map(\.published))
            #expect(reading.stories.first?.id == "s:1" && reading.stories.last?.id == "s:3")
        }
    }

    @Test func readsTheSameInChunksOfAnySize() throws {
        for (_, text) in SampleFeeds.whole {
            let bytes = Array(text.utf8)
            let whole = try SampleFeeds.reader().read(bytes)
            for size in [1, 2, 3, 7, 64] {
                let chunks = stride(from: 0, to: bytes.count, by: size).map {
                    Array(bytes[$0..<min($0 + size, bytes.count)])
                }
                #expect(try SampleFeeds.reader().read(chunks: chunks) == whole)
            }
        }
    }

    @Test func tellsLanguages() throws {
        let languages = try SampleFeeds.whole.map {
            try SampleFeeds.read($0.text).stories.map(\.language).joined(separator: " ")
        }
        #expect(
            languages == [
                "en en en", "en en en", "en en en", "en en en", "en en en", "zh zh zh", "en en zh",
            ])
        let spoken = try SampleFeeds.reader(language: "DE-at").read(
            Array(SampleFeeds.titled("x").utf8))
        #expect(spoken.stories.map(\.language) == ["de"])
    }

    @Test(arguments: ["", "a b", "a:b", "é", String(repeating: "a", count: 33)])
    func refusesNames(source: String) {
        #expect(throws: FeedError.self) { try NewsReader(source: source, firstSeen: .asPublished) }
    }

    @Test(
        arguments: [
            ("", .empty), (" \n ", .empty), ("hello", .unknownFormat), ("{}", .unknownFormat),
            ("[]", .unknownFormat), ("[1, 2]", .unknownFormat), ("<html></html>", .unknownFormat),
            ("<!-- only -->", .unknownFormat), ("a,b\n1,2\n", .unknownFormat),
            ("<?xml version='1.0' encoding='koi8-r'?><rss/>", .unknownEncoding),
            ("\u{0}\u{0}\u{0}", .unknownFormat), ("title,url\na,b\n", .wrongColumns),
            ("title,title,published\na,b,c\n", .wrongColumns),
        ] as [(String, FeedError.Kind)])
    func refusesWhatIsNoFeed(text: String, kind: FeedError.Kind) throws {
        let error = #expect(throws: FeedError.self) { try SampleFeeds.read(text) }
        #expect(error?.kind == kind)
        #expect(error?.description.contains("\n") == false && error?.remedy.isEmpty == false)
    }

    @Test func holdsToTheFormatAskedFor() throws {
        let rss = Array(SampleFeeds.titled("x").utf8)
        #expect(try SampleFeeds.reader(format: .rss).read(rss).stories.count == 1)
        let error = #expect(throws: FeedError.self) {
            try SampleFeeds.reader(format: .atom).read(rss)
        }
        #expect(error?.kind == .wrongFormat)
        let empty = try SampleFeeds.reader(format: .hackerNews).read(Array("[]".utf8))
        #expect(empty.stories == [] && empty.faults == [])
    }
}

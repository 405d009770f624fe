import Feeds
import Market
import Testing

@Suite struct StoryLedgerTests {
    private func fetch(_ hour: String, _ titles: [String]) throws -> [NewsStory] {
        let items = titles.enumerated().map { number, title in
            "<item><guid>\(number)</guid><title>\(title)</title>"
                + "<pubDate>\(SampleFeeds.date)</pubDate></item>"
        }
        let fetched = try #require(Timestamp("2025-01-27T\(hour):00Z"))
        return try SampleFeeds.read(SampleFeeds.rss(items.joined()), .asFetched(fetched)).stories
    }

    @Test func keepsWhatIsNewAndWhatIsReworded() throws {
        var ledger = StoryLedger()
        #expect(ledger.take(try fetch("13", ["a", "b"])).map(\.title) == ["a", "b"])
        #expect(ledger.take(try fetch("14", ["a", "b", "c"])).map(\.title) == ["c"])
        let reworded = ledger.take(try fetch("15", ["a", "b2", "c"]))
        #expect(reworded.map(\.title) == ["b2"] && reworded.map(\.firstSeen.clock) == ["15:00"])
        #expect(ledger.take(try fetch("16", ["a", "b2", "c"])) == [])
    }

    @Test func aWordingOfTheSameOrAnEarlierTimeIsNoNews() throws {
        var ledger = StoryLedger()
        _ = ledger.take(try fetch("15", ["a"]))
        #expect(ledger.take(try fetch("15", ["other"])) == [])
        #expect(ledger.take(try fetch("14", ["older"])) == [])
    }

    @Test func goesOnFromWhatAStoreHolds() throws {
        var first = StoryLedger()
        var second = StoryLedger()
        let old =
            first.take(try fetch("13", ["a", "b"])) + first.take(try fetch("14", ["a2", "b"]))
        for story in old.reversed() { second.remember(story.headline, known: story.firstSeen) }
        #expect(second.take(old) == [])
        let fresh = try fetch("15", ["a2", "b2", "c"])
        #expect(second.take(fresh).map(\.title) == ["b2", "c"])
        #expect(first.take(fresh).map(\.title) == ["b2", "c"])
    }

    @Test func aStoryWithoutATimeIsNotNewAtEachFetch() throws {
        let feed = SampleFeeds.rss("<item><guid>1</guid><title>t</title></item>")
        var ledger = StoryLedger()
        #expect(
            ledger.take(try SampleFeeds.read(feed, .asFetched(SampleFeeds.noon)).stories).count == 1
        )
        #expect(
            ledger.take(try SampleFeeds.read(feed, .asFetched(SampleFeeds.fetched)).stories) == [])
    }

    @Test func idsAndTimesAreNeverTakenTwice() throws {
        var ledger = StoryLedger()
        var keys: Set<[String]> = []
        for hour in ["13", "13", "14", "15", "15"] {
            for story in ledger.take(try fetch(hour, ["a" + hour, "b"])) {
                #expect(keys.insert([story.id, story.firstSeen.description]).inserted)
            }
        }
        #expect(keys.count == 4)
    }
}

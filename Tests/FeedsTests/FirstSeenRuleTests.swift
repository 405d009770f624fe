import Feeds
import Market
import Testing

@Suite struct FirstSeenRuleTests {
    private func story(_ times: String, _ rule: FirstSeenRule) throws -> FeedReading {
        try SampleFeeds.read(SampleFeeds.atom("<id>1</id><title>t</title>" + times), rule)
    }

    private let early = "<published>2025-01-27T12:00:00Z</published>"
    private let late = "<updated>2025-01-27T18:00:00Z</updated>"

    @Test func aCopyIsKnownFromItsWording() throws {
        let plain = try #require(story(early, .asPublished).stories.first)
        #expect(plain.firstSeen == SampleFeeds.noon && plain.headline.published == plain.published)
        let changed = try #require(story(early + late, .asPublished).stories.first)
        #expect(changed.published == SampleFeeds.noon && changed.updated == changed.firstSeen)
        #expect(changed.firstSeen == Timestamp("2025-01-27T18:00Z"))
        #expect(changed.headline.published == SampleFeeds.noon)
        let only = try #require(story(late, .asPublished).stories.first)
        #expect(only.published == nil && only.firstSeen == only.headline.published)
    }

    @Test func aCopyWithoutATimeIsLeftOut() throws {
        for times in ["", "<published>2025-01-27</published>"] {
            let reading = try story(times, .asPublished)
            #expect(reading.stories == [] && reading.items == 1)
            #expect(reading.faultCounts[.missingTime] == 1)
        }
    }

    @Test func aFetchIsKnownFromItself() throws {
        let fetched = SampleFeeds.fetched
        for times in ["", early, early + late, late, "<published>soon</published>"] {
            let story = try #require(story(times, .asFetched(fetched)).stories.first)
            #expect(story.firstSeen == fetched)
            #expect(story.headline.published <= story.firstSeen)
        }
        let undated = try #require(story("", .asFetched(fetched)).stories.first)
        #expect(undated.published == nil && undated.headline.published == fetched)
    }

    @Test func nothingIsKnownBeforeItWasPublished() throws {
        let fetched = SampleFeeds.noon - TimeSpan.hours(1)
        let reading = try story(early, .asFetched(fetched))
        #expect(reading.stories.map(\.firstSeen) == [SampleFeeds.noon])
        #expect(reading.faults.map(\.kind) == [.futureTime])
    }

    @Test func aHeadlineNeverStandsBehindItsKnownTime() throws {
        let reading = try story(late, .asFetched(SampleFeeds.noon))
        let only = try #require(reading.stories.first)
        #expect(only.updated?.clock == "18:00" && only.firstSeen == SampleFeeds.noon)
        #expect(only.headline.published == SampleFeeds.noon)
        #expect(reading.faults.map(\.kind) == [.futureTime])
    }

    @Test func theRowsOwnTimeGoesFirst() throws {
        let table = """
            published,known,title
            2025-01-27T12:00Z,2025-01-27T13:30Z,a
            2025-01-27T12:00Z,2025-01-27T11:00Z,b
            2025-01-27T12:00Z,,c

            """
        let read = try SampleFeeds.read(table)
        #expect(read.stories.map(\.firstSeen.clock) == ["13:30", "12:00", "12:00"])
        let fetched = try SampleFeeds.read(table, .asFetched(SampleFeeds.fetched))
        #expect(fetched.stories.map(\.firstSeen.clock) == ["13:30", "12:00", "00:00"])
        let fetch = SampleFeeds.noon + TimeSpan.hours(1)
        let sooner = try SampleFeeds.read(table, .asFetched(fetch))
        #expect(sooner.stories.map(\.firstSeen.clock) == ["13:00", "12:00", "13:00"])
        #expect(sooner.faultCounts == [.futureTime: 1])
    }
}

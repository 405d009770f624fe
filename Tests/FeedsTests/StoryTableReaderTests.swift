import Feeds
import Testing

@Suite struct StoryTableReaderTests {
    @Test func readsQuotesAndLineEnds() throws {
        let text =
            "\u{FEFF}Title,\"published\"\r\n\"a, \"\"b\"\"\r\nc\",2025-01-27T12:00Z\r\n\r\nd,2025-01-27T13:00Z\r\n"
        let reading = try SampleFeeds.read(text)
        #expect(reading.stories.map(\.title) == ["a, \"b\" c", "d"] && reading.faults == [])
    }

    @Test func reportsWhatIsWrong() throws {
        let text = """
            published,title,mood
            2025-01-27T12:00Z,a,good
            2025-01-27T12:00Z,b
            2025-01-27T12:00Z,c "quoted" d,x
            2025-01-27T12:00Z,"e"f,x
            2025-01-27,g,x
            2025-01-27T12:00Z,,x
            2025-01-27T12:00Z,h,x
            2025-01-27T12:00Z,cut,x
            """
        let reading = try SampleFeeds.read(text)
        #expect(reading.stories.map(\.title) == ["a", "h"] && reading.items == 7)
        #expect(
            reading.faults.map(\.kind) == [
                .unknownColumn, .malformedItem, .malformedItem, .malformedItem, .unreadableTime,
                .missingTime, .missingTitle, .truncated,
            ])
        #expect(reading.faults.map(\.line) == [1, 3, 4, 5, 6, 6, 7, 9] && reading.isPartial)
    }

    @Test func anOpenQuoteEndsTheReading() throws {
        let reading = try SampleFeeds.read(
            "published,title\n2025-01-27T12:00Z,a\n2025-01-27T12:00Z,\"b\n2025-01-27T12:00Z,c\n")
        #expect(reading.stories.map(\.title) == ["a"])
        #expect(reading.faults.map(\.kind) == [.truncated])
    }
}

import Feeds
import Market
import Testing

@Suite struct CatalystReaderTests {
    private let forms = [
        """
        # What was said to have mattered.
        time: 2025-01-27T12:00Z
        what: DeepSeek's app reaches: first place
        themes: ai, semiconductors
        source: https://news.example/1
        known: 2025-01-27T13:00+00:00

        Time:   Mon, 27 Jan 2025 14:00:00 GMT
          what: The second
        """,
        """
        {"format": "downdraft.catalysts/1", "catalysts": [
         {"time": "2025-01-27T12:00Z", "what": "DeepSeek's app reaches: first place",
          "themes": ["ai", "semiconductors"], "source": "https://news.example/1", "known": "2025-01-27T13:00Z"},
         {"what": "The second", "time": "2025-01-27T14:00Z", "known": null}]}
        """,
        """
        [{"time": "2025-01-27T12:00Z", "what": "DeepSeek's app reaches: first place",
          "theme": "ai,semiconductors", "source": "https://news.example/1", "known": "2025-01-27T13:00Z"},
         {"what": "The second", "time": "2025-01-27T14:00Z"}]
        """,
        """
        time,what,themes,source,known
        2025-01-27T12:00Z,DeepSeek's app reaches: first place,"ai, semiconductors",https://news.example/1,2025-01-27T13:00Z
        2025-01-27T14:00Z,The second,,,
        """,
    ]

    @Test func everyFormSaysTheSame() throws {
        for form in forms {
            let reading = try SampleFeeds.reader(.asFetched(SampleFeeds.fetched), language: "en")
                .read(Array(form.utf8))
            #expect(reading.format == .catalysts && reading.faults == [] && reading.items == 2)
            let (first, second) = (reading.stories.first, reading.stories.last)
            #expect(first?.title == "DeepSeek's app reaches: first place")
            #expect(first?.themes == ["ai", "semiconductors"] && first?.language == "en")
            #expect(first?.url == "https://news.example/1")
            #expect(first?.published == SampleFeeds.noon && first?.firstSeen.clock == "13:00")
            #expect(second?.title == "The second" && second?.themes == [] && second?.url == "")
            #expect(second?.firstSeen == second?.published && second?.firstSeen.clock == "14:00")
            #expect(second?.id == "s:2025-01-27T14:00:00Z/The second")
        }
    }

    @Test(
        arguments: [
            ("what: x", 1, "add time"), ("time: 2025-01-27T12:00Z", 1, "add what"),
            ("time: noon\nwhat: x", 1, "as in 2025-01-27T12:00Z"),
            ("time: 2025-01-27\nwhat: x", 1, "as in 2025-01-27T12:00Z"),
            ("time: 2025-01-27T12:00Z\nwhat: x\nsource: news", 3, "https://"),
            ("time: 2025-01-27T12:00Z\nwhat: x\nthemes: A I", 3, "small letters"),
            ("time: 2025-01-27T12:00Z\nwhat: x\nlanguage: english", 3, "two letters"),
            ("time: 2025-01-27T12:00Z\nwhat: x\nknown: 2025-01-27T11:00Z", 3, "not before"),
            ("time: 2025-01-27T12:00Z\nwhat: x\nmood: bad", 3, "one of id"),
            ("time: 2025-01-27T12:00Z\nwhat: x\nhello", 3, "colon"),
            ("time: 2025-01-27T12:00Z\nwhat: x\nwhat: y", 3, "an empty line between"),
            ("time: 2025-01-27T12:00Z\nwhat: x\n\ntime: 2025-01-27T12:00Z\nwhat: x", 4, "id"),
            ("time,what\n2025-01-27T12:00Z,x,y\n", 2, "quotes"),
            ("time,what,mood\n2025-01-27T12:00Z,x,y\n", 2, "one of id"),
            ("[{\"what\": \"x\",\n\"time\": \"2025-01-27T12:00Z\"", 2, "mend"),
            ("{\"catalysts\": [\n{\"what\": \"x\", \"mood\": 1}]}", 2, "one of id"),
            ("{\"catalysts\": [\n{\"what\": {}, \"time\": 1}]}", 2, "quotes"),
            ("{\"catalysts\": 3}", 1, "catalysts"), ("[{\"what\": \"x\"} x]", 1, "add time"),
        ])
    func namesTheLineAndTheRemedy(text: String, line: Int, remedy: String) throws {
        let error = #expect(throws: FeedError.self) { try SampleFeeds.read(text) }
        #expect(error?.kind == .badCatalyst && error?.line == line)
        #expect(error?.remedy.contains(remedy) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("\n") == false)
    }
}

import Feeds
import Market
import TestSupport
import Testing

@testable import Feeds

@Suite struct ObjectFeedReaderTests {
    private let good = #"{"id": 1, "title": "t", "time": 1737979200}"#

    private func read(_ text: String) throws -> FeedReading {
        try SampleFeeds.reader(format: .hackerNews).read(Array(text.utf8))
    }

    @Test func plainTitlesStayLetterForLetter() throws {
        for title in ["Span<T> in C#", "Evolution of <img>", "AT&amp;T", "a </b>"] {
            let text = #"{"id": 1, "title": "\#(title)", "time": 1737979200}"#
            #expect(try SampleFeeds.read(text).stories.map(\.title) == [title])
        }
    }

    @Test(
        arguments: [
            (#"\u00e9\n\t\"\\\/"#, "é \"\\/", 0), (#"\ud83c\udf8c"#, "🎌", 0),
            (#"\ud83cx"#, "\u{FFFD}x", 1), (#"\udf8c"#, "\u{FFFD}", 1),
            (#"\ud83c\ud83c\udf8c"#, "\u{FFFD}🎌", 1), (#"\ud83c\n."#, "\u{FFFD} .", 1),
            (#"\u0000a\u202eb"#, "ab", 0),
        ])
    func resolvesEscapes(written: String, title: String, repairs: Int) throws {
        let reading = try read(#"[{"id": 1, "title": "\#(written)", "time": 1737979200}]"#)
        #expect(reading.stories.map(\.title) == [title])
        #expect(reading.faults.map(\.kind) == Array(repeating: .repairedText, count: repairs))
    }

    @Test(
        arguments: [
            // A list ends where it is no JSON any more; what was whole is given.
            ("[GOOD, oops]", 1, 1, [.malformed]), ("[GOOD,, GOOD]", 1, 1, [.malformed]),
            ("[GOOD GOOD]", 1, 1, [.malformed]), ("[GOOD", 1, 1, [.truncated]),
            ("[GOOD, {\"id\"", 1, 1, [.truncated]), ("[GOOD}", 1, 1, [.malformed]),
            ("[GOOD, {\"title\": 'x'}]", 1, 1, [.malformed]),
            ("[GOOD, {\"a\": 01}]", 1, 1, [.malformed]),
            ("[GOOD, {\"a\": \"\\x\"}]", 1, 1, [.malformed]),
            ("[GOOD, {\"a\": \"\n\"}]", 1, 1, [.malformed]),
            ("[GOOD, null, 3, \"x\", [GOOD]]", 1, 5, Array(repeating: .malformedItem, count: 4)),
            ("[GOOD, {}]", 1, 2, [.missingTitle]),
            ("[GOOD, {\"title\": 3.5}]", 1, 2, [.missingTime]),
            ("[GOOD, {\"title\": \"x\", \"time\": 1e99}]", 1, 2, [.unreadableTime, .missingTime]),
            // A line costs itself.
            ("GOOD\noops\nGOOD\n", 1, 3, [.malformedItem, .repeatedStory]),
            ("GOOD\n{\"id\": 2,\nGOOD\n", 1, 3, [.malformedItem, .repeatedStory]),
            ("GOOD\n{\"a\": \"cut\nGOOD\n", 1, 3, [.malformedItem, .repeatedStory]),
            ("GOOD\noops \"x\" 1 2\nGOOD\n", 1, 3, [.malformedItem, .repeatedStory]),
            ("GOOD\n}\nGOOD\n", 1, 3, [.malformedItem, .repeatedStory]),
            ("GOOD\n{\"id\": 2, \"title\": \"x", 1, 1, [.truncated]),
        ] as [(String, Int, Int, [FeedFault.Kind])])
    func reportsWhatIsWrong(text: String, stories: Int, items: Int, kinds: [FeedFault.Kind]) throws
    {
        let reading = try read(
            text.split(separator: "GOOD", omittingEmptySubsequences: false)
                .joined(separator: good))
        #expect(reading.stories.count == stories && reading.items == items)
        #expect(reading.faults.map(\.kind) == kinds)
    }

    /// The tokenizer against another reader of JSON, on seeded sequences of pieces of it.
    @Test func takesWhatIsJSONAndNothingElse() throws {
        var random = SeededGenerator(seed: 41)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"a\"", "1", "-0.5e+3", "01", "true", "null", "nul", " ",
            "\"\\u0041\"", "\"\\q\"", "1.", "[]", "{}", "{\"a\":1}", "[1,2]",
        ]
        var accepted = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...7, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            // Seven pieces hold no key twice, which the other reader refuses.
            let isJSON = JSONDocument(text) != nil
            accepted += isJSON ? 1 : 0
            #expect((values(text + " ") == 1) == isJSON, "\(text)")
        }
        #expect(accepted > 300)
    }

    /// How many whole values a text holds; `nil` where it is not JSON.
    private func values(_ text: String) -> Int? {
        let chunks = AnyIterator([Array(text.utf8)].makeIterator())
        guard let source = try? ByteSource(chunks, limit: 1_000) else { return nil }
        var tokenizer = JSONTokenizer(source, .standard)
        var count = 0
        while tokenizer.next() != nil {
            if tokenizer.depth == 0 { count += 1 }
        }
        return tokenizer.ending == .complete ? count : nil
    }

    @Test func aJSONFeedIsReadInAnyOrder() throws {
        let text = #"""
            {"items": [{"title": "t", "id": "1", "date_modified": "2025-01-27T12:00:00Z", "external_url":
             "https://a.example/"}], "hub": {"items": [1]}, "version": "https://jsonfeed.org/version/1", "language": "fr"}
            """#
        let reading = try SampleFeeds.read(text)
        #expect(reading.format == .jsonFeed && reading.faults == [])
        let story = try #require(reading.stories.first)
        #expect(story.language == "fr" && story.url == "https://a.example/")
        #expect(story.published == nil && story.updated == SampleFeeds.noon)
    }

    @Test func whatComesFirstNeedsNotBeWhole() throws {
        for first in ["{\"id\": 9}\n", "{\"id\": 8, \"text\": \"a comment\", \"time\": 1}\n"] {
            let reading = try SampleFeeds.read(first + good + "\n")
            #expect(reading.format == .hackerNews && reading.stories.count == 1)
            #expect(reading.faults.map(\.kind) == [.missingTitle])
        }
    }

    @Test func linksThatAreHandedInAgainAreOtherStories() throws {
        let text = """
            {"title": "t", "url": "https://a.example/", "time": 1737979200}
            {"title": "t", "url": "https://a.example/", "time": 1738979200}

            """
        let reading = try SampleFeeds.read(text)
        #expect(Set(reading.stories.map(\.id)).count == 2 && reading.faults == [])
    }
}

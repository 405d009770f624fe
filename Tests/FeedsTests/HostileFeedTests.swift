import Feeds
import Market
import TestSupport
import Testing

/// Feeds made to do harm: each is read to an end, within its limits, and does none.
@Suite struct HostileFeedTests {
    /// Chunks made one at a time, so that a feed can be longer than any memory.
    private struct Chunks: Sequence, IteratorProtocol {
        var head: [UInt8]?
        let body: [UInt8]
        var count: Int
        var tail: [UInt8]?
        /// How many were asked for.
        var taken: Counter

        final class Counter {
            var value = 0
        }

        init(
            _ head: String, _ body: String, times: Int, _ tail: String, _ taken: Counter = Counter()
        ) {
            self.head = Array(head.utf8)
            self.body = Array(body.utf8)
            count = times
            self.tail = Array(tail.utf8)
            self.taken = taken
        }

        mutating func next() -> [UInt8]? {
            taken.value += 1
            if let first = head {
                head = nil
                return first
            }
            if count > 0 {
                count -= 1
                return body
            }
            defer { tail = nil }
            return tail
        }
    }

    private let item =
        "<item><title>t</title><guid>1</guid><pubDate>Mon, 27 Jan 2025 12:00:00 GMT</pubDate></item>"

    @Test(
        arguments: [
            // The billion laughs, the quadratic blow-up, a file of the machine.
            "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><rss>&b;</rss>",
            "<!DOCTYPE q [<!ENTITY q \"\(String(repeating: "q", count: 9_999))\">]><rss>&q;&q;&q;</rss>",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss>&f;</rss>",
            "<!DOCTYPE x SYSTEM \"http://d.example/[x]\" [<!ELEMENT x ANY>]><rss/>",
            "<!DOCTYPE x [ %remote; ]><rss/>",
        ])
    func declarationsAreRefused(text: String) {
        let error = #expect(throws: FeedError.self) { try SampleFeeds.read(text) }
        #expect(error?.kind == .entityDeclarations)
    }

    @Test func aDeclarationBehindTheStartEndsTheReading() throws {
        let reading = try SampleFeeds.read(
            SampleFeeds.rss(item + "<!DOCTYPE x [<!ENTITY a \"b\">]>" + item))
        #expect(reading.stories.count == 1)
        #expect(reading.faults.map(\.kind) == [.entityDeclaration])
    }

    /// A title of a hundred million bytes, and a tenth of that in the other places that a text can stand in.
    @Test(
        arguments: [
            ("<rss><channel><item><guid>1</guid><title>", "</title></item></channel></rss>", 400),
            (
                "<rss><channel><item><title>t</title><guid>1</guid><x>",
                "</x></item></channel></rss>", 40
            ),
            (
                "<rss><channel><item><title>t</title><guid>1</guid><!--",
                "--></item></channel></rss>", 40
            ),
            (
                "<rss><channel><item><title>t</title><guid>1</guid><![CDATA[",
                "]]></item></channel></rss>", 40
            ),
            (
                "<rss><channel><item><title>t</title><guid>1</guid><x y='",
                "'/></item></channel></rss>", 40
            ),
            ("{\"items\": [{\"id\": 1, \"title\": \"", "\"}]}", 40),
            ("{\"items\": [{\"id\": 1, \"title\": \"t\", \"x\": \"", "\"}]}", 40),
            ("id,published,title\n1,2025-01-27T12:00Z,\"", "\"\n", 40),
        ])
    func oneTextWithoutEnd(head: String, tail: String, times: Int) throws {
        let body = String(repeating: "x y ", count: 1 << 16)
        let chunks = Chunks(head, body, times: times, tail)
        let reading = try SampleFeeds.reader(.asFetched(SampleFeeds.fetched)).read(chunks: chunks)
        let story = try #require(reading.stories.first)
        #expect(reading.items == 1 && !reading.isPartial)
        #expect(story.title.unicodeScalars.count <= FeedLimits.standard.title)
        #expect(reading.faults.allSatisfy { $0.kind == .cutText })
    }

    @Test func aMillionItemsStopAtTheLimit() throws {
        var limits = FeedLimits.standard
        limits.items = 5_000
        let feeds = [
            ("<rss><channel>", item, "</channel></rss>"),
            ("[", "{\"id\": 1, \"title\": \"t\", \"time\": 1737979200},", "{}]"),
            ("", "{\"id\": 1, \"title\": \"t\", \"time\": 1737979200}\n", ""),
            ("id,published,title\n", "1,2025-01-27T12:00Z,t\n", ""),
        ]
        for (head, body, tail) in feeds {
            let taken = Chunks.Counter()
            let chunks = Chunks(head, body, times: 1_000_000, tail, taken)
            let reading = try SampleFeeds.reader(limits: limits).read(chunks: chunks)
            #expect(reading.items == 5_000 && reading.stories.count == 1)
            #expect(reading.faults.count == limits.faults)
            #expect(reading.faultCounts == [.repeatedStory: 4_999, .tooManyItems: 1])
            #expect(taken.value < 10_000, "what lies behind the limit is not asked for")
        }
    }

    @Test func exactlyTheLimitOfItemsIsNoFault() throws {
        var limits = FeedLimits.standard
        limits.items = 3
        for (_, text) in SampleFeeds.whole {
            let reading = try SampleFeeds.reader(limits: limits).read(Array(text.utf8))
            #expect(reading.stories.count == 3 && reading.faults == [])
        }
        limits.items = 2
        for (_, text) in SampleFeeds.whole {
            let reading = try SampleFeeds.reader(limits: limits).read(Array(text.utf8))
            #expect(reading.stories.count == 2 && reading.faults.map(\.kind) == [.tooManyItems])
        }
    }

    @Test func moreBytesThanTheLimitAreNotRead() throws {
        var limits = FeedLimits.standard
        limits.bytes = 100_000
        let taken = Chunks.Counter()
        let chunks = Chunks("<rss><channel>", item + "\n", times: 1_000_000, "", taken)
        let reading = try SampleFeeds.reader(limits: limits).read(chunks: chunks)
        #expect(reading.items == 100_000 / (item.utf8.count + 1))
        #expect(reading.faultCounts[.tooManyBytes] == 1 && taken.value < 2_000)
    }

    @Test func deepNestingIsPassedOver() throws {
        for depth in [70, 100_000] {
            let (open, shut) = (
                String(repeating: "<d>", count: depth), String(repeating: "</d>", count: depth)
            )
            let deep = "<item><guid>2</guid><title>a\(open)b\(shut)c</title></item>"
            let reading = try SampleFeeds.read(
                SampleFeeds.rss(deep + item), .asFetched(SampleFeeds.fetched))
            #expect(reading.stories.map(\.title) == ["abc", "t"])
            #expect(reading.faults.map(\.kind) == [.untidyMarkup])
            #expect(throws: Never.self) {
                try SampleFeeds.read(SampleFeeds.rss(item + "<item>" + open))
            }
        }
        let open = String(repeating: "[", count: 100_000)
        let reading = try SampleFeeds.read(
            "[{\"id\": 1, \"title\": \"t\", \"time\": 1, \"x\": \(open)")
        #expect(reading.stories == [] && reading.faults.map(\.kind) == [.malformed])
    }

    /// What is whole in a feed that was cut is what the whole feed begins with, word for word.
    @Test func aCutAtAnyByteGivesABeginning() throws {
        for (format, text) in SampleFeeds.whole {
            let bytes = Array(text.utf8)
            let whole = try SampleFeeds.reader().read(bytes)
            var most = 0
            for size in 0..<bytes.count {
                guard let reading = try? SampleFeeds.reader().read(Array(bytes[..<size])) else {
                    continue
                }
                #expect(reading.stories.elementsEqual(whole.stories.prefix(reading.stories.count)))
                #expect(reading.stories.count >= most && reading.items == reading.stories.count)
                // A table and lines may end where a line does; all else says that it was cut.
                let isAtLineEnd = size == 0 || bytes[size - 1] == 0x0A || bytes[size - 1] == 0x7D
                #expect(
                    reading.isPartial || bytes.count - size <= 1 || reading.stories.count == 3
                        || isAtLineEnd && [.csv, .hackerNews].contains(format), "\(format) \(size)")
                most = reading.stories.count
            }
            #expect(most >= 2)
        }
    }

    @Test func otherEncodingsSayTheSame() throws {
        let text = SampleFeeds.whole[0].text
        let whole = try SampleFeeds.read(text)
        let units = Array(text.replacing("utf-8", with: "utf-16").utf16)
        for isBig in [false, true] {
            let pairs = units.flatMap { unit -> [UInt8] in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return isBig ? [high, low] : [low, high]
            }
            let mark: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
            for bytes in [pairs, mark + pairs] {
                #expect(try SampleFeeds.reader().read(bytes) == whole)
                let cut = try SampleFeeds.reader().read(bytes.dropLast(3))
                #expect(cut.stories == whole.stories && cut.faultCounts[.truncated] == 1)
                #expect(cut.faultCounts[.repairedText] == 1)
            }
        }
    }

    @Test func wrongEncodingsAreRepairedAndCounted() throws {
        // Latin letters that call themselves UTF-8, and the other way round.
        var bytes = Array(SampleFeeds.titled("caf_ and caf_").utf8)
        for place in bytes.indices where bytes[place] == UInt8(ascii: "_") { bytes[place] = 0xE9 }
        let reading = try SampleFeeds.reader().read(bytes)
        #expect(reading.stories.map(\.title) == ["caf\u{FFFD} and caf\u{FFFD}"])
        #expect(reading.faults.map(\.kind) == [.repairedText])
        #expect(reading.faults.first?.what.contains("2") == true)
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8)
        #expect(
            try SampleFeeds.reader().read(latin + bytes).stories.map(\.title) == ["café and café"])
        let holes =
            latin + Array(SampleFeeds.titled("a\u{81}").unicodeScalars.map { UInt8($0.value) })
        let repaired = try SampleFeeds.reader().read(holes)
        #expect(repaired.stories.map(\.title) == ["a\u{FFFD}"])
        #expect(repaired.faultCounts == [.repairedText: 1])
    }

    /// Seeded mutations of good feeds: an end, one line a title, and nothing known before its time.
    @Test func mutatedFeedsAreHarmless() throws {
        var random = SeededGenerator(seed: 77)
        let splinters = [
            "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<item>", "</item>", "</entry>", "\"",
            "{",
            "}", "[", "]", ",", "\n", "\u{0}", "\u{202E}", "&#0;", "<!DOCTYPE x [", "\\u",
            "\\ud800", "é",
            "<script>", "javascript:", "-", "0", "99999999999999999999", "Z", "\u{FEFF}",
        ].map { Array($0.utf8) }
        var stories = 0
        for (format, text) in SampleFeeds.whole {
            let good = Array(text.utf8)
            for _ in 0..<400 {
                var bytes = good
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let start = Int.random(in: 0..<bytes.count, using: &random)
                    let end = min(bytes.count, start + Int.random(in: 0...6, using: &random))
                    let splinter =
                        Bool.random(using: &random)
                        ? splinters.randomElement(using: &random) ?? []
                        : [UInt8.random(in: 0...255, using: &random)]
                    bytes.replaceSubrange(start..<end, with: splinter)
                }
                for rule in [FirstSeenRule.asPublished, .asFetched(SampleFeeds.noon)] {
                    let reader = try SampleFeeds.reader(rule, format: format)
                    guard let reading = try? reader.read(bytes) else { continue }
                    check(reading)
                    stories += reading.stories.count
                }
            }
        }
        #expect(stories > 5_000)
    }

    private func check(_ reading: FeedReading) {
        let lost = reading.faultCounts.filter {
            $0.key.consequence == .storyLost || $0.key == .repeatedStory
        }
        #expect(reading.items == reading.stories.count + lost.values.reduce(0, +))
        for story in reading.stories {
            #expect(!story.title.isEmpty && story.firstSeen >= story.published ?? story.firstSeen)
            #expect(story.headline.published <= story.firstSeen && story.id.hasPrefix("s:"))
            #expect(story.url.isEmpty || story.url.lowercased().hasPrefix("http"))
            for text in [story.id, story.title, story.url, story.summary] {
                #expect(
                    !text.unicodeScalars.contains {
                        $0.value < 0x20 || $0.value == 0x7F || (0x202A...0x202E).contains($0.value)
                    })
            }
        }
    }
}

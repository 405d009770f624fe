import Feeds
import Market
import Testing

@Suite struct XMLFeedReaderTests {
    private func titles(_ text: String) throws -> [String] {
        try SampleFeeds.read(text).stories.map(\.title)
    }

    @Test(
        arguments: [
            ("AT&T & sons", "AT&T & sons"), ("a < b", "a < b"), ("caf&eacute; &hellip;", "café …"),
            ("x <b>y</b><br/>z", "x y z"), ("<script>no</script>x", "x"),
            ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"), ("<![CDATA[a]>b]c]]>", "a]>b]c"),
            ("<!-- no -->x<?no no?>", "x"),
            ("&lol; &#x1F38C;", "&lol; 🎌"), ("a&#8;b&#x202E;c", "abc"), ("a\u{0}b", "ab"),
            ("a<style><b>no</b></style>b", "ab"),
        ])
    func readsTitles(written: String, title: String) throws {
        #expect(try titles(SampleFeeds.titled(written)) == [title])
    }

    @Test func elementsOfOtherVocabulariesAreNotItsOwn() throws {
        let feed = """
            <r:rss xmlns:r="" xmlns:m="urn:other"><channel><item xmlns:d="http://purl.org/dc/elements/1.1/">
            <m:title>no</m:title><title xmlns="urn:other">no</title><title>yes</title><guid>1</guid>
            <m:pubDate>no</m:pubDate><d:date>2025-01-27T12:00:00Z</d:date></item>
            <m:item><title>no</title></m:item></channel></r:rss>
            """
        #expect(try titles(feed) == ["yes"])
        let entry = SampleFeeds.atom(
            "<title xmlns=\"\">no</title><title>yes</title><id>1</id>"
                + "<published>2025-01-27T12:00:00Z</published>")
        #expect(try titles(entry) == ["yes"])
    }

    @Test func childrenOfChildrenAreNotItsOwn() throws {
        let item = """
            <item><source><title>no</title></source><title>yes</title><x><guid>no</guid></x><guid>1</guid>
            <pubDate>\(SampleFeeds.date)</pubDate><image><link>https://no.example/</link></image></item>
            """
        let story = try #require(SampleFeeds.read(SampleFeeds.rss(item)).stories.first)
        #expect(story.title == "yes" && story.id == "s:1" && story.url == "")
    }

    @Test func timesAreKeptApart() throws {
        let story = try #require(
            SampleFeeds.read(
                SampleFeeds.atom(
                    "<id>1</id><title>t</title><published>2025-01-27T12:00:00Z</published>"
                        + "<updated>2025-01-27T15:00:00Z</updated>"),
                .asFetched(SampleFeeds.fetched)
            ).stories.first)
        #expect(story.published?.clock == "12:00" && story.updated?.clock == "15:00")
        #expect(story.firstSeen == SampleFeeds.fetched)
    }

    @Test func whatCannotBeReadOfATimeIsReported() throws {
        let item = """
            <item><guid>1</guid><title>t</title><pubDate>today</pubDate>
            <dc:date>2025-01-27T12:00:00Z</dc:date></item>
            """
        let reading = try SampleFeeds.read(SampleFeeds.rss(item))
        #expect(reading.stories.map(\.published) == [SampleFeeds.noon])
        #expect(
            reading.faults.map(\.description) == [
                "item 1, line 1: published is \"today\", which is no instant"
            ])
    }

    @Test(
        arguments: [
            ("<guid>https://a.example/1</guid>", "https://a.example/1", 0),
            ("<guid isPermaLink=\"false\">https://a.example/1</guid>", "", 0),
            ("<link>javascript:alert(1)</link><guid>1</guid>", "", 1),
            ("<link> </link><guid>1</guid>", "", 0), ("<link/><guid>1</guid>", "", 0),
            ("<link>/relative</link><guid>1</guid>", "", 1),
            (
                "<link>data:text/html,x</link><guid>https://a.example/1</guid>",
                "https://a.example/1", 1
            ),
        ])
    func linksAreWebAddresses(elements: String, url: String, faults: Int) throws {
        let item = "<item><title>t</title>\(elements)<pubDate>\(SampleFeeds.date)</pubDate></item>"
        let reading = try SampleFeeds.read(SampleFeeds.rss(item))
        #expect(reading.stories.map(\.url) == [url])
        #expect(reading.faultCounts[.unusableLink, default: 0] == faults)
    }

    @Test func idsComeFromWhatThereIs() throws {
        func id(_ elements: String) throws -> String? {
            try SampleFeeds.read(
                SampleFeeds.rss(
                    "<item><title>t</title>\(elements)<pubDate>\(SampleFeeds.date)</pubDate></item>"
                )
            ).stories.first?.id
        }
        #expect(try id("<guid> a\n b </guid><link>https://a.example/</link>") == "s:a b")
        #expect(try id("<link>https://a.example/</link>") == "s:https://a.example/")
        #expect(try id("") == "s:2025-01-27T12:00:00Z/t")
        let long = String(repeating: "x", count: 5_000)
        let first = try #require(try id("<guid>\(long)1</guid>"))
        let second = try #require(try id("<guid>\(long)2</guid>"))
        #expect(first != second && first.utf8.count < 2_100)
    }

    @Test func itemsWithoutATitleAreReported() throws {
        let items = ["", "<title> </title>", "<title><b/></title>", "<title>&#8;</title>"].map {
            "<item>\($0)\n<guid>1</guid></item>\n"
        }
        let reading = try SampleFeeds.read(SampleFeeds.rss(items.joined()))
        #expect(reading.stories == [] && reading.items == 4)
        #expect(reading.faults.map(\.kind) == Array(repeating: .missingTitle, count: 4))
        #expect(reading.faults.map(\.item) == [1, 2, 3, 4])
        #expect(reading.faults.map(\.line) == [1, 3, 5, 7])
        #expect(reading.faults.allSatisfy { $0.kind.consequence == .storyLost })
    }

    @Test func repeatsAndConflictsAreReported() throws {
        let items = ["a", "a", "b"].map {
            "<item><guid>1</guid><title>\($0)</title><pubDate>\(SampleFeeds.date)</pubDate></item>"
        }
        let reading = try SampleFeeds.read(SampleFeeds.rss(items.joined()))
        #expect(reading.stories.map(\.title) == ["a"])
        #expect(reading.faults.map(\.kind) == [.repeatedStory, .conflictingStory])
    }

    @Test func tagsThatDoNotFitAreForgiven() throws {
        let item =
            "<item><title>t <i>u</title><guid>1</guid></b><pubDate>\(SampleFeeds.date)</pubDate>"
        let reading = try SampleFeeds.read(SampleFeeds.rss(item + "</item>"))
        #expect(reading.stories.map(\.title) == ["t u"])
        #expect(reading.faults.map(\.kind) == [.untidyMarkup])
    }

    @Test func longTextIsCutAndReported() throws {
        let long = String(repeating: "word ", count: 1_000)
        let reading = try SampleFeeds.read(SampleFeeds.titled(long))
        #expect(reading.stories.map(\.title.unicodeScalars.count) == [1_024])
        #expect(reading.stories.first?.title.hasSuffix("…") == true)
        #expect(reading.faults.map(\.kind) == [.cutText])
    }

    @Test func aDocumentTypeWithoutDeclarationsIsPassedOver() throws {
        let type = "<!DOCTYPE rss PUBLIC \"-//N//DTD\" 'http://d.example/>rss.dtd'>"
        #expect(try titles(type + SampleFeeds.titled("x")) == ["x"])
    }
}

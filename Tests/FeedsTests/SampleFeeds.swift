import Feeds
import Market

/// Small feeds of our own, one of each format, each with three stories of the same times.
enum SampleFeeds {
    static let fetched = Timestamp("2025-01-28T00:00Z") ?? Timestamp(seconds: 0)

    static func reader(
        _ rule: FirstSeenRule = .asPublished, format: NewsFormat? = nil, language: String = "",
        limits: FeedLimits = .standard
    ) throws -> NewsReader {
        try NewsReader(
            source: "s", firstSeen: rule, format: format, language: language, limits: limits)
    }

    static func read(_ text: String, _ rule: FirstSeenRule = .asPublished) throws -> FeedReading {
        try reader(rule).read(Array(text.utf8))
    }

    /// Items within the least feed of RSS.
    static func rss(_ items: String) -> String {
        "<rss version=\"2.0\"><channel><title>Feed</title>\(items)</channel></rss>"
    }

    /// An entry's elements within the least feed of Atom.
    static func atom(_ entry: String) -> String {
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>\(entry)</entry></feed>"
    }

    /// An item of RSS with this title.
    static func titled(_ title: String) -> String {
        rss("<item><title>\(title)</title><guid>g</guid><pubDate>\(date)</pubDate></item>")
    }

    static let date = "Mon, 27 Jan 2025 12:00:00 GMT"
    static let noon = Timestamp("2025-01-27T12:00Z") ?? Timestamp(seconds: 0)

    static let whole: [(format: NewsFormat, text: String)] = [
        (
            .rss,
            """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- a remark -->
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Feed</title><language>en-us</language>
            <item><title>Café &amp; “bar”</title><guid isPermaLink="false">1</guid>
            <link>https://news.example/1?a=1&amp;b=2</link><pubDate>Mon, 27 Jan 2025 12:00:00 GMT</pubDate></item>
            <item><media:title>no</media:title><title><![CDATA[Second <b>one</b>]]></title>
            <guid>https://news.example/2</guid><pubDate>27 Jan 2025 08:00 -0500</pubDate></item>
            <item><title>比特币下跌</title><guid isPermaLink='false'>3</guid>
            <link>https://news.example/3</link><pubDate>Mon, 27 Jan 2025 14:00:00 Z</pubDate></item>
            </channel></rss>
            """
        ),
        (
            .atom,
            """
            <?xml version="1.0"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Feed</title>
            <entry><id>1</id><title>Café &amp; “bar”</title><link href="https://news.example/1?a=1&amp;b=2"/>
            <published>2025-01-27T12:00:00Z</published></entry>
            <entry><id>2</id><title type="html">Second &lt;b&gt;one&lt;/b&gt;</title>
            <link rel="self" href="https://no.example/"/><link rel="alternate" href="https://news.example/2"/>
            <published>2025-01-27T13:00:00Z</published></entry>
            <entry><id>3</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">比特<em>币</em>下跌</div></title>
            <link href="https://news.example/3"/><published>2025-01-27T15:00:00+01:00</published></entry>
            </feed>
            """
        ),
        (
            .jsonFeed,
            #"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "language": "en",
             "items": [
              {"id": "1", "title": "Caf\u00e9 & “bar”", "url": "https://news.example/1?a=1&b=2",
               "date_published": "2025-01-27T12:00:00Z", "tags": ["a", ["b"]]},
              {"id": 2, "url": "https://news.example/2", "title": "Second one",
               "date_published": "2025-01-27T08:00:00-05:00"},
              {"id": "3", "title": "\u6bd4特币下跌", "url": "https:\/\/news.example\/3",
               "date_published": "2025-01-27T14:00:00.0000000Z", "authors": [{"name": "n"}]}
             ]}
            """#
        ),
        (
            .hackerNews,
            """
            [{"rank": 1, "id": 1, "title": "Café & “bar”", "url": "https://news.example/1?a=1&b=2",
              "score": 5, "time": 1737979200},
             {"id": 2, "title": "Second one", "url": "https://news.example/2", "time": 1737982800},
             {"id": 3, "title": "比特币下跌", "url": "https://news.example/3", "time": 1737986400}]
            """
        ),
        (
            .hackerNews,
            """
            {"id": 1, "title": "Café & “bar”", "url": "https://news.example/1?a=1&b=2", "time": 1737979200}
            {"id": 2, "title": "Second one", "url": "https://news.example/2", "time": 1737982800}
            {"id": 3, "title": "比特币下跌", "url": "https://news.example/3", "time": 1737986400}

            """
        ),
        (
            .readhub,
            """
            [{"newsArray": [{"siteName": "x"}], "summary": "about", "id": "1", "order": 1737979200000,
              "createdAt": "2025-01-27T11:00:00.000Z", "publishDate": "2025-01-27T12:00:00.000Z",
              "title": "Café & “bar”", "url": "https://news.example/1?a=1&b=2", "up": false},
             {"id": "2", "publishDate": "2025-01-27T13:00:00.000Z", "title": "Second one",
              "url": "https://news.example/2"},
             {"id": "3", "publishDate": "2025-01-27T14:00:00.000Z", "title": "比特币下跌",
              "url": "https://news.example/3"}]
            """
        ),
        (
            .csv,
            """
            published,title,url,language,id
            2025-01-27T12:00:00Z,Café & “bar”,https://news.example/1?a=1&b=2,en,1
            2025-01-27T13:00:00Z,"Second
            one",https://news.example/2,en,2
            2025-01-27T14:00:00Z,"比特币下跌",https://news.example/3,zh-CN,3

            """
        ),
    ]
}

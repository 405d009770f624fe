/// Reads stories out of the bytes of a feed, a dump or a list: bytes in, stories out, no clock and no
/// file.
///
/// Whatever the bytes are, reading ends, in time and memory in proportion to them and within the limits.
/// What is whole is given; what is not is reported beside it with its place.
package struct NewsReader: Sendable {
    private let source: String
    private let rule: FirstSeenRule
    private let format: NewsFormat?
    private let language: String
    private let limits: FeedLimits

    /// A reader of one source.
    ///
    /// - Input: `source`, the short name that stands before ids: letters, digits, hyphens and points, at
    ///   most 32; `format`, `nil` to tell it from the bytes; `language`, the two-letter code of stories
    ///   whose feed names none.
    /// - Throws: `.badSourceName`.
    package init(
        source: String, firstSeen rule: FirstSeenRule, format: NewsFormat? = nil,
        language: String = "", limits: FeedLimits = .standard
    ) throws(FeedError) {
        let isName = source.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        guard isName, (1...32).contains(source.utf8.count) else {
            throw FeedError(
                .badSourceName, what: "\(PlainText.shown(source)) cannot stand before an id",
                remedy: "take up to 32 letters, digits, hyphens and points")
        }
        self.source = source
        self.rule = rule
        self.format = format
        self.language = LanguageTag.code(language)
        self.limits = limits
    }

    /// What is in bytes that are all at hand.
    ///
    /// - Throws: where they are no feed at all: see `FeedError.Kind`.
    package func read(_ bytes: [UInt8]) throws(FeedError) -> FeedReading {
        try read(chunks: CollectionOfOne(bytes))
    }

    /// What is in bytes that come in chunks, of which one is held at a time.
    ///
    /// - Throws: where they are no feed at all: see `FeedError.Kind`.
    package func read(chunks: some Sequence<[UInt8]>) throws(FeedError) -> FeedReading {
        var bytes = try ByteSource(AnyIterator(chunks.makeIterator()), limit: limits.bytes)
        let start = bytes.ahead(NewsFormat.prefix)
        guard start.contains(where: { !ByteSource.isSpace($0) }) else {
            throw FeedError(.empty, what: "there is nothing in it", remedy: "get the feed again")
        }
        guard let found = format ?? NewsFormat.detected(start) else {
            throw FeedError(
                .unknownFormat, what: "the bytes are of no format that is known",
                remedy: "name the format, or convert them to a table: published,title,url")
        }
        let collector = StoryCollector(
            source: source, rule: rule, language: language, limits: limits)
        switch found {
        case .rss, .atom:
            var reader = XMLFeedReader(bytes, collector)
            return try reader.read(as: format)
        case .jsonFeed, .hackerNews, .readhub:
            let grammar: ObjectGrammar =
                found == .jsonFeed ? .jsonFeed : found == .readhub ? .readhub : .hackerNews
            var reader = ObjectFeedReader(bytes, collector, grammar)
            return reader.read()
        case .csv:
            var reader = StoryTableReader(bytes, collector)
            return try reader.read()
        case .catalysts:
            var reader = CatalystReader(name: source, language: language, limits: limits)
            return try reader.read(bytes)
        }
    }
}

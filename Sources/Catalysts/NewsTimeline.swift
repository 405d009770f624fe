package import Market

/// Headlines that hold a word, in time order, before and after a moment.
///
/// Order in time is all this states. Whether a story moved the market takes a test, and none is made here.
package struct NewsTimeline: Sendable {
    /// The moment that parts the stories, such as the peak before a fall.
    package let moment: Timestamp
    /// The word, with how far it rose before the moment.
    package let burst: TermBurst
    /// How many headlines of the themes there were in all, before the moment.
    package let themed: Int
    /// Stories published before the moment, earliest first.
    package let before: [Headline]
    /// Stories published at or after the moment, earliest first.
    package let after: [Headline]

    /// How long before the moment a word must have risen.
    private static let recentSpan = TimeSpan.hours(48)

    /// Finds the word that rose most before the moment, and the headlines that hold it.
    ///
    /// A title that came several times is kept where it came first.
    ///
    /// - Output: `nil` where no word of the themes rose, or no headline came before the recent stretch.
    package init?(
        headlines: [Headline], lexicon: Lexicon, themes: Set<String>, moment: Timestamp
    ) {
        let ordered = Self.firstOfEach(headlines)
        let start = moment - Self.recentSpan
        guard let first = ordered.first?.published, first < start,
            let burst = TermBurst.strongest(
                in: ordered, lexicon: lexicon, themes: themes,
                earlier: TimeRange(from: first, to: start),
                recent: TimeRange(from: start, to: moment))
        else { return nil }
        let stories = ordered.filter { lexicon.title($0.title, holds: burst.term) }
        self.moment = moment
        self.burst = burst
        themed = ordered.count { headline in
            headline.published < moment
                && lexicon.themes(in: headline.title).contains(where: themes.contains)
        }
        before = stories.filter { $0.published < moment }
        after = stories.filter { $0.published >= moment }
    }

    private static func firstOfEach(_ headlines: [Headline]) -> [Headline] {
        var seen: Set<String> = []
        return headlines.sorted { ($0.published, $0.id) < ($1.published, $1.id) }
            .filter { seen.insert($0.title).inserted }
    }
}

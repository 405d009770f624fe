package import Market

/// Headlines that speak of given themes, in time order, before and after a moment.
///
/// Order in time is all this states. Whether a story moved the market takes a test, and none is made here.
package struct NewsTimeline: Sendable {
    /// A headline and the themes it speaks of.
    package struct Story: Hashable, Sendable {
        /// The headline.
        package let headline: Headline
        /// The themes, by name.
        package let themes: [String]
    }

    /// The moment that parts the stories, such as the peak before a fall.
    package let moment: Timestamp
    /// Stories published before the moment, earliest first.
    package let before: [Story]
    /// Stories published at or after the moment, earliest first.
    package let after: [Story]

    /// Sorts headlines into a timeline, leaving out those that speak of none of the themes.
    ///
    /// A title that came several times is kept where it came first.
    package init(
        headlines: some Sequence<Headline>, lexicon: Lexicon, themes: Set<String>,
        moment: Timestamp
    ) {
        var seen: Set<String> = []
        let stories =
            headlines
            .sorted { ($0.published, $0.id) < ($1.published, $1.id) }
            .compactMap { headline -> Story? in
                let found = lexicon.themes(in: headline.title)
                guard found.contains(where: themes.contains), seen.insert(headline.title).inserted
                else { return nil }
                return Story(headline: headline, themes: found)
            }
        self.moment = moment
        before = stories.filter { $0.headline.published < moment }
        after = stories.filter { $0.headline.published >= moment }
    }
}

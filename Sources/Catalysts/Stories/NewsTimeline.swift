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

    /// A headline and the words of the wanted themes that occur in it, each once under however many
    /// themes it stands.
    private struct Reading {
        let headline: Headline
        let terms: Set<String>
    }

    /// Finds the word that rose most before the moment, and the headlines that hold it.
    ///
    /// A title that came several times is kept where it came first.
    ///
    /// - Output: `nil` where no word of the themes rose, or no headline came before the recent stretch.
    package init?(
        headlines: [Headline], lexicon: Lexicon, themes: Set<String>, moment: Timestamp
    ) {
        let readings = Self.firstOfEach(headlines).map { headline in
            Reading(
                headline: headline,
                terms: Set(
                    lexicon.occurrences(in: headline.title).map { lexicon.terms[$0] }
                        .filter { themes.contains($0.theme) }.map(\.term)))
        }
        let start = moment - Self.recentSpan
        let earlier = readings.filter { $0.headline.published < start }
        let recent = readings.filter {
            start <= $0.headline.published && $0.headline.published < moment
        }
        guard !earlier.isEmpty,
            let burst = TermBurst.strongest(Self.words(earlier: earlier, recent: recent))
        else { return nil }
        let stories = readings.filter { $0.terms.contains(burst.term) }.map(\.headline)
        self.moment = moment
        self.burst = burst
        themed = readings.count { $0.headline.published < moment && !$0.terms.isEmpty }
        before = stories.filter { $0.published < moment }
        after = stories.filter { $0.published >= moment }
    }

    /// Every word of the recent stretch with its test over both.
    ///
    /// Fewer stories are written at weekends: what is held against each other are shares of headlines, not hours.
    private static func words(
        earlier: [Reading], recent: [Reading]
    ) -> [String: (test: RiseTest, recent: Int)] {
        let inside = feeds(recent), before = feeds(earlier)
        let names = Set(inside.keys).union(before.keys).sorted()
        let terms = Set(recent.flatMap(\.terms))
        return Dictionary(
            uniqueKeysWithValues: terms.map { term in
                let feeds = names.map { name in
                    let (now, then) = (inside[name] ?? [], before[name] ?? [])
                    return RiseTest.Feed(
                        headlines: now.count + then.count, inside: now.count,
                        mentions: (now + then).count { $0.terms.contains(term) })
                }
                let count = recent.count { $0.terms.contains(term) }
                return (term, (RiseTest(feeds), count))
            })
    }

    private static func feeds(_ readings: [Reading]) -> [String: [Reading]] {
        Dictionary(grouping: readings) { NameTally.feed($0.headline) }
    }

    private static func firstOfEach(_ headlines: [Headline]) -> [Headline] {
        var seen: Set<TitleBytes> = []
        return headlines.sorted { ($0.published, $0.id) < ($1.published, $1.id) }
            .filter { seen.insert(TitleBytes(title: $0.title)).inserted }
    }

    /// A title by its bytes: the same wording is the same bytes, and those are quicker told apart.
    private struct TitleBytes: Hashable {
        let title: String

        static func == (left: TitleBytes, right: TitleBytes) -> Bool {
            left.title.utf8.elementsEqual(right.title.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var title = title
            title.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}

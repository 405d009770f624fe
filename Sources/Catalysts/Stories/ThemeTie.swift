#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
package import Market

/// How much oftener the headlines of a name speak of a theme than headlines of the same feeds do.
///
/// It is company, not meaning: that the words stand in the same titles.
///
/// - Checked against: scipy's hypergeometric distribution on the headlines of the case, relative 1e-9,
///   `Fixtures/Catalysts/ties.csv`.
package struct ThemeTie: Hashable, Sendable {
    /// The theme.
    package let theme: String
    /// Headlines of the name that speak of the theme by a term other than the name.
    package let mentions: Int
    /// All headlines of the name.
    package let headlines: Int
    /// How many of them would speak of it by chance; see `RiseTest`.
    package let expected: Double
    /// The logarithm of the odds of the theme among the headlines of the name, over the odds among the
    /// others of the same feeds; above zero where the name draws the theme. The headlines of the name are
    /// joined by one with the odds of the others, so that it is finite and few headlines say little.
    package let logOdds: Double
    /// The probability of at least so many by chance.
    package let probability: Double
    /// The probability times the number of themes tried, at most one.
    package let adjusted: Double

    /// Whether the name belongs with the theme: two headlines or more, oftener than others, and at most
    /// five times in a hundred by chance. Of twenty themes that a name has nothing to do with, one may
    /// pass; `adjusted` says how sure it is in view of all that were tried.
    package var isTied: Bool { mentions >= 2 && logOdds > 0 && probability <= 0.05 }

    /// The ties of a name to every theme that its headlines mention, the surest first.
    ///
    /// - Input: headlines to hold them against, each once, those of the name among them, with the mentions in
    ///   each; a mention that overlaps the name is left out.
    package static func ties(
        of name: String, in named: [Headline],
        among read: [(headline: Headline, mentions: [EntityMention])]
    ) -> [ThemeTie] {
        let wanted = TermMatcher([.init(text: name, isExact: false)])
        let themes = read.map { headline, mentions in
            let own = mentions.isEmpty ? [] : wanted.matches(in: headline.title).map(\.span)
            let others = mentions.filter { mention in
                !own.contains { $0.overlaps(mention.span) }
            }
            return Set(others.flatMap(\.themes))
        }
        return ties(named: named, headlines: read.map(\.headline), themes: themes)
    }

    private static func ties(
        named: [Headline], headlines: [Headline], themes: [Set<String>]
    ) -> [ThemeTie] {
        let ids = Set(named.map(\.id))
        let feeds = Set(headlines.map(NameTally.feed)).sorted()
        var groups = feeds.map { _ in Group() }
        let index = Dictionary(uniqueKeysWithValues: feeds.enumerated().map { ($1, $0) })
        for (headline, themes) in zip(headlines, themes) {
            let feed = index[NameTally.feed(headline)] ?? 0
            groups[feed].add(themes, isNamed: ids.contains(headline.id))
        }
        let tried = themes.reduce(into: Set<String>()) { $0.formUnion($1) }
        return tried.sorted().compactMap { tie(to: $0, groups, tried: tried.count) }
            .sorted { ($0.probability, $0.theme) < ($1.probability, $1.theme) }
    }

    /// The headlines of one feed, counted by whether they hold the name.
    private struct Group {
        var named = 0
        var others = 0
        var namedThemes: [String: Int] = [:]
        var otherThemes: [String: Int] = [:]

        mutating func add(_ themes: Set<String>, isNamed: Bool) {
            if isNamed { named += 1 } else { others += 1 }
            for theme in themes {
                if isNamed {
                    namedThemes[theme, default: 0] += 1
                } else {
                    otherThemes[theme, default: 0] += 1
                }
            }
        }

        func named(_ theme: String) -> Int { namedThemes[theme, default: 0] }
        func other(_ theme: String) -> Int { otherThemes[theme, default: 0] }
    }

    private static func tie(to theme: String, _ groups: [Group], tried: Int) -> ThemeTie? {
        let mentions = groups.reduce(0) { $0 + $1.named(theme) }
        let headlines = groups.reduce(0) { $0 + $1.named }
        guard mentions > 0 else { return nil }
        let test = RiseTest(
            groups.map {
                .init(
                    headlines: $0.named + $0.others, inside: $0.named,
                    mentions: $0.named(theme) + $0.other(theme))
            })
        let usual = groups.reduce(0) { sum, group in
            let rate = (Double(group.other(theme)) + 0.5) / (Double(group.others) + 1)
            return sum + rate * Double(group.named) / Double(headlines)
        }
        let odds = (Double(mentions) + usual) / (Double(headlines - mentions) + 1 - usual)
        let probability = test.probability(ofAtLeast: mentions)
        return ThemeTie(
            theme: theme, mentions: mentions, headlines: headlines, expected: test.expected,
            logOdds: log(odds) - log(usual / (1 - usual)), probability: probability,
            adjusted: min(probability * Double(tried), 1))
    }
}

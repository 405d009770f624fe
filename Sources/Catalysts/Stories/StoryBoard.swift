package import Market

/// What the headlines known at an as-of tell: stories, what they are about, and the new names in them.
///
/// Order in time and company in titles is all this states. Whether a story moved the market takes a test,
/// and none is made here.
package struct StoryBoard: Sendable {
    /// A new name and the themes it keeps company with.
    package struct Name: Hashable, Sendable {
        /// The name with its rise.
        package let burst: NameBurst
        /// The themes in its headlines, the surest first.
        package let ties: [ThemeTie]
        /// Whether the lexicon has it as a term: then it is in the news, but no new name.
        package let isListed: Bool

        /// The themes it belongs with, the surest first.
        package var themes: [String] { ties.filter(\.isTied).map(\.theme) }
    }

    /// The stories, in order of their first headlines.
    package let stories: [NamedStory]
    /// Names that rose, the most surprising first.
    package let names: [Name]

    /// Reads headlines.
    ///
    /// - Input: headlines known by `asOf`, in any order, those published later being left out;
    ///   `falseDiscovery`, the largest share of false names among all that are given; `mostNames`, how
    ///   many are given at most.
    /// - Complexity: in proportion to the headlines, but for their order, and to those of the names.
    package init(
        headlines: [Headline], lexicon: EntityLexicon, asOf: Timestamp,
        rule: StoryClustering.Rule = .init(), search: NameBurstSearch = .init(),
        falseDiscovery: Double = 0.05, mostNames: Int = 12
    ) {
        let clusters = StoryClustering.stories(
            of: headlines.filter { $0.published <= asOf }, rule: rule)
        let mentions = clusters.map { lexicon.mentions(in: $0.first) }
        let bursts = search.bursts(in: clusters, until: asOf)
            .filter { $0.falseDiscovery <= falseDiscovery }.prefix(mostNames)
        let read = zip(clusters, mentions).map { ($0.first, $1) }
            .filter { asOf - search.history <= $0.0.published }
        let names = bursts.map { burst in
            Name(
                burst: burst,
                ties: ThemeTie.ties(of: burst.name, in: burst.headlines, among: read),
                isListed: !lexicon.mentions(in: Self.bare(burst)).isEmpty)
        }
        var held: [String: [Int]] = [:]
        for (index, name) in names.enumerated() {
            for headline in name.burst.headlines { held[headline.id, default: []].append(index) }
        }
        self.names = names
        stories = zip(clusters, mentions).map { cluster, mentions in
            Self.story(
                cluster, mentions, names: (held[cluster.first.id] ?? []).map { names[$0] })
        }
    }

    /// The stories that hold a new name, in order of their first headlines.
    package func stories(naming name: String) -> [NamedStory] {
        stories.filter { $0.names.contains(name) }
    }

    /// A headline of nothing but the name.
    private static func bare(_ burst: NameBurst) -> Headline {
        Headline(
            id: "", published: burst.headlines.last?.published ?? Timestamp(seconds: 0),
            language: "", title: burst.name, url: "")
    }

    private static func story(
        _ cluster: StoryCluster, _ mentions: [EntityMention], names: [Name]
    ) -> NamedStory {
        let themes = Set(mentions.flatMap(\.themes))
        return NamedStory(
            cluster: cluster, entities: Set(mentions.map(\.entity)).sorted(),
            themes: themes.sorted(), names: names.map(\.burst.name),
            themesByContext: Set(names.flatMap(\.themes)).subtracting(themes).sorted())
    }
}

package import Market

/// Puts headlines with nearly the same title into one story, one headline after the other.
///
/// A title is the set of pairs of its neighbouring tokens: words, or single characters of scripts that
/// part no words. A headline joins the story of the earlier headline that it is most like, of equals the
/// earliest, if the Jaccard similarity of their sets reaches `Rule.similarity` and neither
/// names a number, or a subject before a colon, that the other has not: companies' reports of one form
/// are not one story. Titles of the same tokens are one story however short. Titles further apart than
/// `Rule.window` are not compared, so that last year's list of this year's books is another story.
///
/// A headline is placed once, by what came before it, and never moved: what was found at an earlier
/// moment stays as it was, and a stream gives what a batch gives.
///
/// - Bounds: of a title the first 128 tokens are read. Titles are compared exactly where they share one
///   of their rarest pairs, which two titles that are alike enough must; of a pair that more than 64
///   titles within the window have among their rarest, the latest 64 are looked at.
/// - Complexity: in proportion to the headlines, with a factor that these bounds limit.
/// - Source: Broder, *On the Resemblance and Containment of Documents*, 1997, for shingles; Bayardo, Ma
///   and Srikant, *Scaling Up All Pairs Similarity Search*, 2007, for the rarest pairs.
/// - Checked against: all pairs compared in Python, 1,849 headlines of two languages, the same stories,
///   `Fixtures/Catalysts/stories.csv`; labelled pairs in eight languages, `StoryClusteringTests`.
package struct StoryClustering: Sendable {
    /// When two titles tell one story.
    package struct Rule: Hashable, Sendable {
        /// The least share of common pairs in all pairs of both; above zero, at most one.
        package let similarity: Double
        /// The least number of common pairs: of few words, many are alike by chance.
        package let sharedPairs: Int
        /// How much later a title may come than the one it is like.
        package let window: TimeSpan

        /// A rule; a similarity outside of 0.1 to 1 is moved to the nearer end.
        package init(
            similarity: Double = 0.5, sharedPairs: Int = 4, window: TimeSpan = .days(7)
        ) {
            self.similarity = min(max(similarity, 0.1), 1)
            self.sharedPairs = max(sharedPairs, 1)
            self.window = window
        }
    }

    /// One title of those compared with.
    private struct Entry: Sendable {
        let published: Timestamp
        let story: Int
        let shingles: TitleShingles
    }

    /// The stories so far, in order of their first headlines.
    package private(set) var stories: [StoryCluster] = []

    private let rule: Rule
    private var numbers = TokenNumbers()
    private var entries: [Entry] = []
    private var byPair: [UInt64: [Int]] = [:]
    private var byTokens: [[UInt32]: Int] = [:]
    private var latest: (published: Timestamp, id: String)?

    private static let longestTitle = 128
    private static let mostCompared = 64

    /// A clustering without headlines.
    package init(rule: Rule = Rule()) {
        self.rule = rule
    }

    /// The stories of some headlines in any order, in order of their first headlines.
    package static func stories(of headlines: [Headline], rule: Rule = Rule()) -> [StoryCluster] {
        var clustering = StoryClustering(rule: rule)
        for headline in headlines.sorted(by: { ($0.published, $0.id) < ($1.published, $1.id) }) {
            clustering.add(headline)
        }
        return clustering.stories
    }

    /// Adds a headline that comes no earlier than those before it, and says which story it belongs to.
    @discardableResult
    package mutating func add(_ headline: Headline) -> Int {
        if let latest {
            precondition(
                latest <= (headline.published, headline.id),
                "headlines come in order of time, then of id")
        }
        latest = (headline.published, headline.id)
        let title = TitleTokens(headline.title)
        let kept = title.tokens.prefix(Self.longestTitle)
        let tokens = kept.map { numbers.number(of: $0) }
        let shingles = TitleShingles(
            tokens: tokens, numbers: Self.numbers(in: kept, tokens),
            subjectCount: title.subjectCount ?? 0)
        let earliest = headline.published - rule.window
        let known =
            same(tokens, since: earliest) ?? mostAlike(shingles, since: earliest)
        let story = known ?? stories.count
        if known == nil {
            stories.append(StoryCluster(headline))
        } else {
            stories[story].append(headline)
        }
        remember(tokens, Entry(published: headline.published, story: story, shingles: shingles))
        return story
    }

    private static func numbers(
        in kept: ArraySlice<TitleTokens.Token>, _ tokens: [UInt32]
    ) -> [UInt32] {
        zip(kept, tokens).lazy.filter { token, _ in
            !token.isCharacter && token.folded.utf8.contains { 48...57 ~= $0 }
        }.map(\.1)
    }

    private func same(_ tokens: [UInt32], since earliest: Timestamp) -> Int? {
        guard let index = byTokens[tokens], entries[index].published >= earliest else {
            return nil
        }
        return entries[index].story
    }

    /// How many pairs stand in front of a title of so many, one of which any title like it must have.
    private func prefixCount(_ pairs: Int) -> Int {
        let needed = max(Int((rule.similarity * Double(pairs) - 1e-9).rounded(.up)), 1)
        return pairs - min(needed, pairs) + 1
    }

    private func mostAlike(_ shingles: TitleShingles, since earliest: Timestamp) -> Int? {
        let pairs = shingles.pairs
        guard pairs.count >= rule.sharedPairs else { return nil }
        var best: (shared: Int, union: Int, entry: Int)?
        for index in candidates(shingles, since: earliest) {
            let other = entries[index].shingles
            guard !shingles.contradicts(other) else { continue }
            let shared = shingles.shared(with: other)
            let union = pairs.count + other.pairs.count - shared
            guard shared >= rule.sharedPairs,
                Double(shared) >= rule.similarity * Double(union)
            else { continue }
            // Ascending candidates: only a truly higher share replaces an earlier title.
            if let best, shared * best.union <= best.shared * union { continue }
            best = (shared, union, index)
        }
        return best.map { entries[$0.entry].story }
    }

    /// The titles since a moment that share one of the rarest pairs, ascending.
    private func candidates(_ shingles: TitleShingles, since earliest: Timestamp) -> [Int] {
        var found: Set<Int> = []
        for pair in shingles.pairs.prefix(prefixCount(shingles.pairs.count)) {
            for index in (byPair[pair] ?? []).suffix(Self.mostCompared).reversed() {
                guard entries[index].published >= earliest else { break }
                found.insert(index)
            }
        }
        return found.sorted()
    }

    private mutating func remember(_ tokens: [UInt32], _ entry: Entry) {
        guard !tokens.isEmpty else { return }
        byTokens[tokens] = entries.count
        for pair in entry.shingles.pairs.prefix(prefixCount(entry.shingles.pairs.count)) {
            byPair[pair, default: []].append(entries.count)
        }
        entries.append(entry)
    }
}

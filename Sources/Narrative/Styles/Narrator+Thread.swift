internal import Evidence
internal import Market

extension Narrator {
    /// The answer in posts, each of which stands by itself; the last says what is missing and where the numbers are
    /// from.
    func thread(window spelled: String, sources: [Source]) -> Report {
        let told = threadTopics.map { $0.compactMap { $0 } }.filter { !$0.isEmpty }
        let opening = phrases.opening(asOf: asOfFact)
        let posts = (told + [lastPost(after: told.flatMap { $0 }, sources)]).map {
            Post(opening, $0)
        }
        return Report(
            title: phrases.question(asOf: asOfFact), asOf: asOf, window: spelled,
            headline: headline, lead: [], sections: [section("thread", .thread, [.posts(posts)])],
            book: book, gaps: gaps, sources: sources, language: language, style: .thread)
    }

    private var threadTopics: [[Sentence?]] {
        let change = fact(.change("24h"), .total)
        return [
            ["\(headline).", leadLevel],
            [change.flatMap(volatilityWords), change.flatMap(placeWords)], [leadCoins],
            sectorWords, [leadLeverage], [averageWords, strengthWords],
            [causeSentence ?? phrases.noCauseTested, waitedWords],
        ]
    }

    private func lastPost(after told: [Sentence], _ sources: [Source]) -> [Sentence] {
        let missing = gaps.compactMap { phrases.shortGap($0.id) }
        // Each publisher once, in the order in which the posts rest on them.
        var names = Set<String>()
        let publishers = told.flatMap(\.facts)
            .flatMap { fact in sources.filter { fact.sources.contains($0.id) } }
            .filter { !$0.publisher.isEmpty && names.insert($0.publisher).inserted }
        let origins: Sentence? =
            publishers.isEmpty
            ? nil
            : phrases.origins(
                Array(publishers.prefix(Self.shownPublishers)),
                isCut: publishers.count > Self.shownPublishers)
        return [
            phrases.missing(
                Array(missing.prefix(Self.shownGaps)), isCut: missing.count > Self.shownGaps),
            origins,
        ].compactMap { $0 }
    }

    /// As many as fit into one post.
    private static let shownGaps = 3
    private static let shownPublishers = 4
}

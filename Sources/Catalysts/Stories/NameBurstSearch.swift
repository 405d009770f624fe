package import Market

/// Finds names that burst into the headlines, without a list of names.
///
/// Every word, run of capitalised words, and string of two to four characters of a script that parts no
/// words, is a candidate (`NameCandidates`). Characters must stand between different neighbours to be one
/// (accessor variety). The first headline of each story counts, so that a story told twice is one mention.
/// A feed counts in a stretch where its headlines reach back twice as long, so that there is a before to
/// hold it against. A candidate is new where it was rare before the stretch, and its rise is judged by
/// `RiseTest` over all feeds, corrected for everything that was tried; words and characters, of which
/// there are far more, are given the same share of the error. Of names that overlap in the same
/// headlines the one that rose most is kept, of equals the longest.
///
/// - Complexity: in proportion to the headlines.
/// - Source: Bonferroni's inequality; Benjamini and Hochberg, *Controlling the False Discovery Rate*,
///   1995, weighted as by Genovese, Roeder and Wasserman, 2006; Feng, Chen, Deng and Zheng, *Accessor
///   Variety Criteria for Chinese Word Extraction*, 2004.
/// - Checked against: counts, probabilities and corrections of the names found in the case, by
///   Python and scipy, relative 1e-9, `Fixtures/Catalysts/names.csv`.
package struct NameBurstSearch: Hashable, Sendable {
    /// How far back is looked, the stretches included.
    package let history: TimeSpan
    /// The stretches before the end in which a name may have risen.
    package let recentSpans: [TimeSpan]
    /// In how many stories a candidate must stand to be tried at all, and in how many of the stretch.
    package let mentions: Int
    /// The largest share of the earlier headlines that may hold a new name.
    package let rareShare: Double

    private static let variety = 3

    /// A search; two days and a week against the four weeks they end, unless said otherwise.
    package init(
        history: TimeSpan = .days(28), recentSpans: [TimeSpan] = [.hours(48), .days(7)],
        mentions: Int = 3, rareShare: Double = 0.005
    ) {
        self.history = history
        self.recentSpans = Set(recentSpans).sorted()
        self.mentions = max(mentions, 2)
        self.rareShare = rareShare
    }

    /// One candidate in one stretch.
    private struct Trial {
        let name: Int
        let span: Int
        let recent: Int
        let earlier: Int
        let test: RiseTest
        let probability: Double
        var adjusted = 1.0
        var falseDiscovery = 1.0
    }

    /// A stretch and the feeds that count in it.
    private struct Stretch {
        /// Which of the search's.
        let span: Int
        /// The first row of it.
        let start: Int
        /// Whether each feed counts.
        let counts: [Bool]
        /// Headlines of each feed that counts; none of the others.
        let headlines: [Int]
        /// Those of them in the stretch.
        let inside: [Int]
    }

    /// The names that rose by `end`, the least likely first; only headlines published by then are read.
    package func bursts(in stories: [StoryCluster], until end: Timestamp) -> [NameBurst] {
        let start = end - history
        let headlines = stories.map(\.first).filter { start <= $0.published && $0.published <= end }
            .sorted { ($0.published, $0.id) < ($1.published, $1.id) }
        let tally = NameTally(headlines, mentions: mentions)
        let trials = Self.corrected(trials(tally, until: end), tally)
        return distinct(trials.filter { isBurst($0) }, tally).map { trial in
            let name = tally.names[trial.name]
            return NameBurst(
                name: name.written, recentSpan: recentSpans[trial.span], recent: trial.recent,
                earlier: trial.earlier, expected: trial.test.expected,
                probability: trial.probability, adjusted: min(trial.adjusted, 1),
                falseDiscovery: trial.falseDiscovery,
                headlines: name.rows.map { tally.rows[$0].headline })
        }
    }

    /// The stretches in which some feed counts.
    private func stretches(_ tally: NameTally, until end: Timestamp) -> [Stretch] {
        var first = [Timestamp?](repeating: nil, count: tally.feedCount)
        for row in tally.rows where first[row.feed] == nil {
            first[row.feed] = row.headline.published
        }
        return recentSpans.enumerated().compactMap { index, span in
            let counts = first.map { first in first.map { $0 <= end - span - span } ?? false }
            guard counts.contains(true) else { return nil }
            let start = tally.rows.firstIndex { $0.headline.published > end - span }
            let rows = tally.rows.indices
            return Stretch(
                span: index, start: start ?? rows.endIndex, counts: counts,
                headlines: Self.counts(rows, tally, of: counts),
                inside: Self.counts((start ?? rows.endIndex)..<rows.endIndex, tally, of: counts))
        }
    }

    private func trials(_ tally: NameTally, until end: Timestamp) -> [Trial] {
        var known: [Judged: Double] = [:]
        var trials: [Trial] = []
        for stretch in stretches(tally, until: end) {
            for (index, name) in tally.names.enumerated()
            where name.kind == .words || name.variety >= Self.variety {
                let held = Self.counts(name.rows, tally, of: stretch.counts)
                let test = RiseTest(
                    held.indices.map {
                        .init(
                            headlines: stretch.headlines[$0], inside: stretch.inside[$0],
                            mentions: held[$0])
                    })
                let recent = name.rows.count {
                    $0 >= stretch.start && stretch.counts[tally.rows[$0].feed]
                }
                let judged = Judged(test: test, recent: recent)
                let probability = known[judged] ?? test.probability(ofAtLeast: recent)
                known[judged] = probability
                trials.append(
                    Trial(
                        name: index, span: stretch.span, recent: recent,
                        earlier: held.reduce(0, +) - recent, test: test, probability: probability))
            }
        }
        return trials
    }

    /// What a probability depends on: many candidates have the same.
    private struct Judged: Hashable {
        let test: RiseTest
        let recent: Int
    }

    /// How many of some rows each feed has, if it counts.
    private static func counts(
        _ rows: some Sequence<Int>, _ tally: NameTally, of counted: [Bool]
    ) -> [Int] {
        var counts = [Int](repeating: 0, count: tally.feedCount)
        for row in rows where counted[tally.rows[row].feed] { counts[tally.rows[row].feed] += 1 }
        return counts
    }

    /// The trials, the least likely first, with their probabilities times the number of trials.
    private static func corrected(_ trials: [Trial], _ tally: NameTally) -> [Trial] {
        var tried: [NameCandidates.Kind: Int] = [:]
        for trial in trials { tried[tally.names[trial.name].kind, default: 0] += 1 }
        var corrected = trials.map { trial in
            var trial = trial
            let kind = tally.names[trial.name].kind
            trial.adjusted = trial.probability * Double(tried[kind, default: 0] * tried.count)
            return trial
        }
        corrected.sort { isBefore($0, $1, tally) }
        var least = 1.0
        for index in corrected.indices.reversed() {
            least = min(least, corrected[index].adjusted / Double(index + 1))
            corrected[index].falseDiscovery = least
        }
        return corrected
    }

    private static func isBefore(_ left: Trial, _ right: Trial, _ tally: NameTally) -> Bool {
        if left.adjusted != right.adjusted { return left.adjusted < right.adjusted }
        if left.recent != right.recent { return left.recent > right.recent }
        let (leftKey, rightKey) = (tally.names[left.name].key, tally.names[right.name].key)
        if leftKey.utf8.count != rightKey.utf8.count {
            return leftKey.utf8.count > rightKey.utf8.count
        }
        return (leftKey, left.span) < (rightKey, right.span)
    }

    private func isBurst(_ trial: Trial) -> Bool {
        let before = trial.test.headlineCount - trial.test.insideCount
        return trial.recent >= mentions && Double(trial.recent) > trial.test.expected
            && Double(trial.earlier) <= rareShare * Double(before)
    }

    /// Each name once, and of names that share a part and most of their headlines the first.
    private func distinct(_ trials: [Trial], _ tally: NameTally) -> [Trial] {
        var kept: [Trial] = []
        var keepers: [String: [Int]] = [:]
        for trial in trials {
            let name = tally.names[trial.name]
            let parts = Self.parts(name)
            let rivals = Set(parts.flatMap { keepers[$0] ?? [] })
            let rows = Set(name.rows)
            let isCovered = rivals.contains {
                2 * rows.intersection(tally.names[$0].rows).count >= rows.count
            }
            if isCovered { continue }
            kept.append(trial)
            for part in parts { keepers[part, default: []].append(trial.name) }
        }
        return kept
    }

    /// The words of a name, or its pairs of characters.
    private static func parts(_ name: NameTally.Name) -> Set<String> {
        guard name.kind == .characters else {
            return Set(name.key.split(separator: " ").map(String.init))
        }
        let characters = Array(name.key.unicodeScalars)
        return Set(zip(characters, characters.dropFirst()).map { "\($0)\($1)" })
    }
}

internal import Market

/// How often each candidate for a name stands in the headlines of each feed.
struct NameTally {
    /// A headline that counts: the first of its story.
    struct Row {
        let headline: Headline
        /// The index of its feed.
        let feed: Int
    }

    /// A candidate and where it stands.
    struct Name {
        let key: String
        let kind: NameCandidates.Kind
        /// The rows that hold it, ascending.
        let rows: [Int]
        /// As it is written most often; of equals the first by its characters.
        let written: String
        /// How many different characters stand before it, or after it, whichever are fewer; an edge
        /// differs from all others.
        let variety: Int
    }

    /// The rows in order of time.
    let rows: [Row]
    /// How many feeds there are.
    let feedCount: Int
    /// Candidates that stand in enough rows, by their keys.
    let names: [Name]

    /// Counts the headlines, and keeps candidates that stand in at least `mentions` of them.
    init(_ headlines: [Headline], mentions: Int) {
        let feeds = Dictionary(
            uniqueKeysWithValues: Set(headlines.map(Self.feed)).sorted().enumerated().map {
                ($1, $0)
            })
        rows = headlines.map { Row(headline: $0, feed: feeds[Self.feed($0)] ?? 0) }
        feedCount = feeds.count
        let titles = headlines.map { NameCandidates($0.title).candidates }
        var counts: [String: Int] = [:]
        for title in titles {
            for key in Set(title.map(\.key)) { counts[key, default: 0] += 1 }
        }
        var drafts: [String: Draft] = [:]
        for (row, title) in titles.enumerated() {
            for candidate in title where counts[candidate.key, default: 0] >= mentions {
                drafts[candidate.key, default: Draft(kind: candidate.kind)].add(candidate, row)
            }
        }
        names = drafts.map { $1.name($0) }.sorted { $0.key < $1.key }
    }

    /// The short name of the source that stands before a headline's own id.
    static func feed(_ headline: Headline) -> String {
        guard let colon = headline.id.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "" }
        return String(headline.id[..<colon])
    }

    /// What is gathered of one candidate.
    private struct Draft {
        let kind: NameCandidates.Kind
        var rows: [Int] = []
        var spellings: [String: Int] = [:]
        var left: Set<String> = []
        var right: Set<String> = []
        var leftEdges = 0
        var rightEdges = 0

        init(kind: NameCandidates.Kind) {
            self.kind = kind
        }

        mutating func add(_ candidate: NameCandidates.Candidate, _ row: Int) {
            spellings[candidate.written, default: 0] += 1
            if candidate.left.isEmpty { leftEdges += 1 } else { left.insert(candidate.left) }
            if candidate.right.isEmpty { rightEdges += 1 } else { right.insert(candidate.right) }
            if rows.last != row { rows.append(row) }
        }

        func name(_ key: String) -> Name {
            let written = spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            return Name(
                key: key, kind: kind, rows: rows, written: written ?? key,
                variety: min(left.count + leftEdges, right.count + rightEdges))
        }
    }
}

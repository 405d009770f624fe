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
        /// In lower case, words parted by one blank.
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
        let names = headlines.map(Self.feed)
        let feeds = Dictionary(
            uniqueKeysWithValues: Set(names).sorted().enumerated().map { ($1, $0) })
        rows = zip(headlines, names).map { Row(headline: $0, feed: feeds[$1] ?? 0) }
        feedCount = feeds.count
        let titles = headlines.map { NameCandidates($0.title) }
        var index = CandidateIndex(titles, mentions: mentions)
        let slots = titles.indices.map { index.slots(of: titles[$0], row: $0) }
        var drafts: [Int: Draft] = [:]
        for (row, (title, slots)) in zip(titles, slots).enumerated() {
            for (candidate, slot) in zip(title.candidates, slots) {
                guard let slot, index.counts[slot].rows >= mentions else { continue }
                drafts[slot, default: Draft(kind: candidate.kind)].add(candidate, of: title, row)
            }
        }
        self.names = drafts.values.map { $0.name }.sorted { $0.key < $1.key }
    }

    /// The short name of the source that stands before a headline's own id.
    static func feed(_ headline: Headline) -> String {
        guard let colon = headline.id.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "" }
        return String(headline.id[..<colon])
    }

    /// Numbers candidates in order of appearance, and counts the rows of each.
    ///
    /// A run of tokens stands in no more rows than its rarest token does, so that most need not be looked at.
    private struct CandidateIndex {
        /// In how many rows something stands.
        struct Count {
            private(set) var rows = 0
            private var last = -1

            /// Counts a row, once however often it comes in a row.
            mutating func add(_ row: Int) {
                if last != row { rows += 1 }
                last = row
            }
        }

        /// The numbers of up to four tokens; no token has the number zero.
        private struct Key: Hashable {
            var first: UInt64 = 0
            var second: UInt64 = 0

            init(_ numbers: ArraySlice<UInt32>) {
                for number in numbers {
                    first = first << 32 | second >> 32
                    second = second << 32 | UInt64(number)
                }
            }
        }

        private let mentions: Int
        /// The numbers of the tokens of each title.
        private let tokens: [[UInt32]]
        /// Rows of each token, by its number.
        private var tokenCounts: [Count] = [Count()]
        private var slots: [Key: Int] = [:]
        /// Rows of each candidate, by its slot.
        private(set) var counts: [Count] = []

        init(_ titles: [NameCandidates], mentions: Int) {
            self.mentions = mentions
            var numbers = TokenNumbers()
            tokens = titles.map { title in title.tokens.map { numbers.number(of: $0) } }
            for (row, tokens) in tokens.enumerated() {
                for number in tokens.map(Int.init) {
                    if number == tokenCounts.count { tokenCounts.append(Count()) }
                    tokenCounts[number].add(row)
                }
            }
        }

        /// The slots of a title's candidates; `nil` of one that holds too rare a token.
        mutating func slots(of title: NameCandidates, row: Int) -> [Int?] {
            let isCommon = tokens[row].map { tokenCounts[Int($0)].rows >= mentions }
            return title.candidates.map { candidate in
                isCommon[candidate.place].allSatisfy { $0 }
                    ? slot(of: Key(tokens[row][candidate.place]), row: row) : nil
            }
        }

        private mutating func slot(of key: Key, row: Int) -> Int {
            let slot = slots[key] ?? counts.count
            if slot == counts.count {
                slots[key] = slot
                counts.append(Count())
            }
            counts[slot].add(row)
            return slot
        }
    }

    /// What is gathered of one candidate.
    private struct Draft {
        let kind: NameCandidates.Kind
        private var key = ""
        private var rows: [Int] = []
        private var spellings: [String: Int] = [:]
        private var left: Set<String> = []
        private var right: Set<String> = []
        private var leftEdges = 0
        private var rightEdges = 0

        init(kind: NameCandidates.Kind) {
            self.kind = kind
        }

        mutating func add(
            _ candidate: NameCandidates.Candidate, of title: NameCandidates, _ row: Int
        ) {
            let tokens = title.tokens[candidate.place]
            if key.isEmpty { key = join(tokens.map(\.folded)) }
            if kind == .words { spellings[join(tokens.map(\.text)), default: 0] += 1 }
            if candidate.hasLeft {
                left.insert(title.tokens[candidate.place.lowerBound - 1].text)
            } else {
                leftEdges += 1
            }
            if candidate.hasRight {
                right.insert(title.tokens[candidate.place.upperBound].text)
            } else {
                rightEdges += 1
            }
            if rows.last != row { rows.append(row) }
        }

        private func join(_ texts: [String]) -> String {
            texts.joined(separator: kind == .words ? " " : "")
        }

        var name: Name {
            let written = spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            return Name(
                key: key, kind: kind, rows: rows, written: written ?? key,
                variety: min(left.count + leftEdges, right.count + rightEdges))
        }
    }
}

/// How likely so many of a word's mentions would fall into a part of the headlines by chance.
///
/// Given how many headlines each feed has in all and in the part, and how many of them hold the word, the
/// number inside the part is hypergeometric in each feed if the part is nothing special: Fisher's exact
/// test, which needs no rate from outside. Over several feeds the numbers add, so that a feed that
/// publishes more in the part, or less, is held against itself.
///
/// - Complexity: in proportion to the mentions of one feed; with several, to the product of their roots.
/// - Source: Fisher, *The Logic of Inductive Inference*, 1935; Zelen, *The Analysis of Several 2 x 2
///   Contingency Tables*, 1971, for several feeds.
/// - Checked against: scipy's hypergeometric distribution and convolution, relative 1e-9,
///   `Fixtures/Catalysts/rises.csv`; counting every choice of small feeds, `RiseTestTests`.
package struct RiseTest: Hashable, Sendable {
    /// The headlines of one feed, counted.
    package struct Feed: Hashable, Sendable {
        /// All headlines of the feed.
        package let headlines: Int
        /// Those in the part.
        package let inside: Int
        /// Those that hold the word, in the part or not.
        package let mentions: Int

        /// A feed; the part and the mentions are at most all headlines, and none is negative.
        package init(headlines: Int, inside: Int, mentions: Int) {
            precondition(
                0 <= inside && inside <= headlines && 0 <= mentions && mentions <= headlines,
                "a part of the headlines is no more than all of them")
            self.headlines = headlines
            self.inside = inside
            self.mentions = mentions
        }

        /// How many mentions would fall into the part on average.
        var expected: Double {
            headlines == 0 ? 0 : Double(mentions) * Double(inside) / Double(headlines)
        }
    }

    /// No probability below this one is told from it.
    package static let least = 1e-50

    private let feeds: [Feed]

    /// A test over some feeds.
    package init(_ feeds: [Feed]) {
        self.feeds = feeds
    }

    /// How many mentions would fall into the part on average.
    package var expected: Double { feeds.reduce(0) { $0 + $1.expected } }

    /// How many headlines there are in all.
    package var headlineCount: Int { feeds.reduce(0) { $0 + $1.headlines } }

    /// How many headlines the part has.
    package var insideCount: Int { feeds.reduce(0) { $0 + $1.inside } }

    /// The probability of at least so many mentions in the part; from `least` to one.
    package func probability(ofAtLeast count: Int) -> Double {
        var whole = Chances(first: 0, values: [1])
        for feed in feeds where feed.mentions > 0 { whole = whole.added(Self.chances(feed)) }
        let skipped = max(count - whole.first, 0)
        guard skipped > 0 else { return 1 }
        // From the far end, where the terms are smallest.
        let tail = whole.values.dropFirst(skipped).reversed().reduce(0, +)
        return min(max(tail, Self.least), 1)
    }

    /// The chances of so many mentions in the part, from `first` on.
    private struct Chances {
        let first: Int
        let values: [Double]

        func added(_ other: Chances) -> Chances {
            var sums = [Double](repeating: 0, count: values.count + other.values.count - 1)
            for (index, value) in values.enumerated() {
                for (offset, chance) in other.values.enumerated() {
                    sums[index + offset] += value * chance
                }
            }
            return Chances(first: first + other.first, values: sums)
        }
    }

    /// The hypergeometric distribution about its mode, as far as a chance is no less than `cut`
    /// times the largest.
    ///
    /// Each chance follows from its neighbour by a ratio, so that nothing grows or cancels.
    private static func chances(_ feed: Feed) -> Chances {
        let (all, inside, mentions) = (feed.headlines, feed.inside, feed.mentions)
        let least = max(0, mentions + inside - all)
        let most = min(mentions, inside)
        let mode = min(
            max(
                Int((Double(mentions) + 1) * (Double(inside) + 1) / (Double(all) + 2)), least), most
        )
        var up: [Double] = []
        var chance = 1.0
        var count = mode
        while count < most, chance > cut {
            chance *= Double(mentions - count) * Double(inside - count)
            chance /= Double(count + 1) * Double(all - mentions - inside + count + 1)
            up.append(chance)
            count += 1
        }
        var down: [Double] = []
        chance = 1
        count = mode
        while count > least, chance > cut {
            chance *= Double(count) * Double(all - mentions - inside + count)
            chance /= Double(mentions - count + 1) * Double(inside - count + 1)
            down.append(chance)
            count -= 1
        }
        let values = down.reversed() + [1] + up
        let total = values.reduce(0, +)
        return Chances(first: mode - down.count, values: values.map { $0 / total })
    }

    private static let cut = 1e-60
}

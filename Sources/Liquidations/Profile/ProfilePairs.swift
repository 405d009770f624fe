internal import Series

/// The sides and intervals of some forecasts, made ready to be drawn many times.
///
/// - Shape: longs of every forecast, then shorts.
struct ProfilePairs {
    /// Figures of one draw.
    struct Figures {
        let rankCorrelation: Double?
        let coverage: Double?
        let hitRate: Double?
        let skill: [ProfileBaseline: Double?]
    }

    private let expected: Ranking
    private let observed: Ranking
    /// Whether a pair came within its band; `nil` where it has none.
    private let inside: [Bool?]
    /// Whether a pair came within a factor of two; `nil` where nothing was published.
    private let hits: [Bool?]
    private let errors: [Double]
    private let baselines: [ProfileBaseline: (errors: [Double], hits: [Bool?])]

    init(_ forecasts: [ProfileForecast]) {
        func both(_ sides: (ProfileForecast) -> (long: Double, short: Double)) -> [Double] {
            forecasts.map { sides($0).long } + forecasts.map { sides($0).short }
        }
        let (expected, observed) = (both(\.expected), both(\.observed))
        let bands = forecasts.map(\.band) + forecasts.map(\.band)
        self.expected = Ranking(expected)
        self.observed = Ranking(observed)
        inside = zip(zip(expected, observed), bands).map { pair, band in
            band.map { pair.1 >= pair.0 * $0.low && pair.1 <= pair.0 * $0.high }
        }
        func judged(_ numbers: [Double]) -> (errors: [Double], hits: [Bool?]) {
            (
                zip(numbers, observed).map { abs($0 - $1) },
                zip(numbers, observed).map { $1 > 0 ? $1 >= $0 / 2 && $1 <= $0 * 2 : nil }
            )
        }
        (errors, hits) = judged(expected)
        baselines = Dictionary(
            uniqueKeysWithValues: ProfileBaseline.allCases.map { baseline in
                (baseline, judged(both { $0.baselines[baseline] ?? (0, 0) }))
            })
    }

    /// The share of a baseline's pairs that came within a factor of two.
    func hitRate(of baseline: ProfileBaseline) -> Double? {
        let hits = baselines[baseline]?.hits ?? []
        return Self.share(of: hits, [Int](repeating: 1, count: hits.count))
    }

    /// The figures where each forecast counts so many times.
    func figures(_ counts: [Int]) -> Figures {
        let times = counts + counts
        func error(_ errors: [Double]) -> Double {
            zip(errors, times).lazy.map { $0 * Double($1) }.compensatedSum
        }
        let mine = error(errors)
        return Figures(
            rankCorrelation: Ranking.correlation(
                expected.ranks(times), observed.ranks(times), times),
            coverage: Self.share(of: inside, times), hitRate: Self.share(of: hits, times),
            skill: baselines.mapValues { theirs in
                let theirs = error(theirs.errors)
                return theirs > 0 ? 1 - mine / theirs : nil
            })
    }

    /// The share of those that are so among those that can be; `nil` where none can.
    private static func share(of marks: [Bool?], _ times: [Int]) -> Double? {
        var (all, those) = (0, 0)
        for (mark, count) in zip(marks, times) where mark != nil {
            all += count
            if mark == true { those += count }
        }
        return all > 0 ? Double(those) / Double(all) : nil
    }
}

/// Values in order, for ranks under many sets of counts.
private struct Ranking {
    /// Places of the values, ascending.
    let order: [Int]
    /// Whether the value at a place of the order is that of the place before.
    let isTied: [Bool]

    init(_ values: [Double]) {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        self.order = order
        isTied = order.indices.map { $0 > 0 && values[order[$0]] == values[order[$0 - 1]] }
    }

    /// Ranks from one where each value is there so many times; equals share the mean of theirs.
    func ranks(_ times: [Int]) -> [Double] {
        var ranks = [Double](repeating: 0, count: order.count)
        var (start, before) = (0, 0)
        while start < order.count {
            var end = start + 1
            var within = times[order[start]]
            while end < order.count, isTied[end] {
                within += times[order[end]]
                end += 1
            }
            let rank = Double(before) + Double(within + 1) / 2
            for place in start..<end { ranks[order[place]] = rank }
            before += within
            start = end
        }
        return ranks
    }

    /// The correlation of two sets of ranks; `nil` where either is one rank throughout.
    static func correlation(_ x: [Double], _ y: [Double], _ times: [Int]) -> Double? {
        let mean = Double(times.reduce(0, +) + 1) / 2
        var (shared, spreadX, spreadY) = (0.0, 0.0, 0.0)
        for (place, count) in times.enumerated() where count > 0 {
            let (left, right) = (x[place] - mean, y[place] - mean)
            shared += Double(count) * left * right
            spreadX += Double(count) * left * left
            spreadY += Double(count) * right * right
        }
        guard spreadX > 0, spreadY > 0 else { return nil }
        return shared / (spreadX * spreadY).squareRoot()
    }
}

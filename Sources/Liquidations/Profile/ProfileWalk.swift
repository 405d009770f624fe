internal import Series

/// A profile's forecasts of the intervals of a stretch, each made from those before it alone, and their score.
///
/// The leverage mix is fitted to all intervals known, goes on through the next few with the mix held, and is
/// fitted again, from where it was, when a quarter more is known. A baseline's factor is fitted to the same
/// intervals. The band of a forecast is where nine in ten of the earlier forecasts' ratios lie, so that its
/// width was not known from the interval it is judged on. What is conditional is the price: dollars expected are
/// those of where the price went, and so are the baselines'.
///
/// - Degenerate case: `nil` with fewer intervals than `firstFit` and `minimumForecasts` together, or where none
///   of them liquidates anything.
/// - Complexity: some five times the fit of all intervals.
/// - Checked against: an implementation in Python of the same rules, relative 1e-6, and itself cut short, which
///   foretells the same, `ProfileWalkTests`.
package struct ProfileWalk: Sendable {
    /// How many intervals the first fit has; of four hours, three days.
    package static let firstFit = 18
    /// Fewer forecasts than this, five days of them, are no score.
    package static let minimumForecasts = 30
    /// How many forecasts come before one has a band; of two sides each.
    package static let firstBand = 12
    /// How often the band promises to hold.
    package static let nominal = 0.9

    /// The forecasts, in order of time.
    package let forecasts: [ProfileForecast]
    /// The fit to all intervals, out of which a profile of now is drawn.
    package let fit: ProfileFit
    /// How the forecasts did.
    package let score: ProfileScore
    /// How far the score may be chance.
    package let spread: ProfileScoreSpread
    /// Where nine in ten of the forecasts' ratios of published to expected dollars lie: the band of now.
    package let band: (low: Double, high: Double)

    /// Walks through intervals in order of time, without a gap, of which the first `buildUp` only build
    /// positions up.
    package init?(
        _ intervals: [ProfileInterval], buildUp: Int,
        settings: LiquidationProfileModel.Settings = usual
    ) {
        guard buildUp >= 0,
            intervals.count - buildUp >= Self.firstFit + Self.minimumForecasts,
            let walked = Self.walk(intervals, buildUp, settings),
            walked.forecasts.count >= Self.minimumForecasts,
            let band = Self.band(walked.ratios),
            let spread = ProfileScoreSpread(walked.forecasts)
        else { return nil }
        let forecasts = walked.forecasts
        func both(_ sides: (ProfileForecast) -> (long: Double, short: Double)) -> [Double] {
            forecasts.map { sides($0).long } + forecasts.map { sides($0).short }
        }
        let baselines = ProfileBaseline.allCases.map { baseline in
            (baseline, both { $0.baselines[baseline] ?? (0, 0) })
        }
        guard
            let score = ProfileScore(
                expected: both(\.expected), observed: both(\.observed),
                bands: forecasts.map(\.band) + forecasts.map(\.band), share: Self.nominal,
                baselines: Dictionary(uniqueKeysWithValues: baselines))
        else { return nil }
        self.forecasts = forecasts
        fit = walked.fit
        self.score = score
        self.spread = spread
        self.band = band
    }

    /// How the model is set up for bars of four hours: the leverages that venues offer, and a turnover of half
    /// the positions in half a day, which fitted best on the bars of the decision note.
    package static let usual: LiquidationProfileModel.Settings = {
        guard
            let settings = LiquidationProfileModel.Settings(
                leverages: [3, 5, 10, 20, 25, 50, 75, 100], maintenance: 0.004,
                turnover: 0.206_299_474_015_900_26)
        else { preconditionFailure("leverages that venues offer can be opened") }
        return settings
    }()

    // MARK: The walk

    fileprivate struct Walked {
        var forecasts: [ProfileForecast] = []
        /// Of forecasts, published over expected dollars, ascending.
        var ratios: [Double] = []
        var fit: ProfileFit
    }

    private static func walk(
        _ intervals: [ProfileInterval], _ buildUp: Int,
        _ settings: LiquidationProfileModel.Settings
    ) -> Walked? {
        let numbers = ProfileBaseline.allCases.map { ($0, $0.numbers(intervals)) }
        guard numbers.allSatisfy({ $0.1.count == intervals.count }) else { return nil }
        var known = buildUp + firstFit
        var walked: Walked?
        while true {
            let fit = ProfileFit(
                Array(intervals[..<known]), settings: settings, judged: known - buildUp,
                rounds: walked == nil ? 20 : 10, from: walked?.fit.mix.blended, room: 0.25)
            let next = min(intervals.count, known + max(6, (known - buildUp) / 4))
            if let fit {
                if walked == nil { walked = Walked(fit: fit) } else { walked?.fit = fit }
                walked?.foretell(
                    intervals[known..<next], judged: buildUp..<known, intervals, numbers)
            }
            if known == intervals.count { return fit == nil ? nil : walked }
            known = next
        }
    }

    /// The middle nine tenths of ratios; `nil` of too few.
    fileprivate static func band(_ ratios: [Double]) -> (low: Double, high: Double)? {
        guard ratios.count >= firstBand else { return nil }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(ratios.count - 1)
            let below = min(Int(place), ratios.count - 2)
            return ratios[below] + (place - Double(below)) * (ratios[below + 1] - ratios[below])
        }
        return (quantile((1 - nominal) / 2), quantile((1 + nominal) / 2))
    }
}

extension ProfileWalk.Walked {
    /// Foretells the next intervals from the fit, all under the band of the forecasts before them.
    fileprivate mutating func foretell(
        _ next: ArraySlice<ProfileInterval>, judged: Range<Int>, _ intervals: [ProfileInterval],
        _ numbers: [(ProfileBaseline, [(long: Double, short: Double)])]
    ) {
        let factors = numbers.map { baseline, numbers in
            (
                baseline, numbers,
                long: Self.ratio(
                    judged.map { intervals[$0].longUSD }, judged.map { numbers[$0].long }),
                short: Self.ratio(
                    judged.map { intervals[$0].shortUSD }, judged.map { numbers[$0].short })
            )
        }
        let band =
            forecasts.count >= ProfileWalk.firstBand ? ProfileWalk.band(ratios) : nil
        for (place, expected) in zip(next.indices, fit.predict(Array(next))) {
            let seen = intervals[place]
            let theirs = factors.map { baseline, numbers, long, short in
                (baseline, (long: numbers[place].long * long, short: numbers[place].short * short))
            }
            forecasts.append(
                ProfileForecast(
                    place: place, expected: expected,
                    observed: (long: seen.longUSD, short: seen.shortUSD),
                    baselines: Dictionary(uniqueKeysWithValues: theirs), band: band))
            if expected.long > 0 { ratios.append(seen.longUSD / expected.long) }
            if expected.short > 0 { ratios.append(seen.shortUSD / expected.short) }
        }
        ratios.sort()
    }

    private static func ratio(_ observed: [Double], _ expected: [Double]) -> Double {
        let sum = expected.compensatedSum
        return sum > 0 ? observed.compensatedSum / sum : 0
    }
}

extension LiquidationProfileModel.Mix {
    /// A tenth of it spread evenly: a share that a round left at nothing could never come back.
    fileprivate var blended: Self {
        func blended(_ shares: [Double]) -> [Double] {
            shares.map { 0.9 * $0 + 0.1 / Double(shares.count) }
        }
        return Self(long: blended(long), short: blended(short))
    }
}

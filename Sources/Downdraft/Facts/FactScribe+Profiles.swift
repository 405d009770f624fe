internal import Evidence
internal import Liquidations
internal import Market
internal import Series
internal import Store

extension FactScribe {
    /// Where leverage sits, coin by coin, and how well such profiles did before.
    mutating func recordProfiles(_ profiles: [ScoredProfile], _ inputs: ProfileInputs) {
        for (place, profile) in profiles.enumerated() {
            guard let coin = inputs.coins.first(where: { $0.asset == profile.asset }) else {
                continue
            }
            let subject = Subject.venue(inputs.venue, asset: profile.asset)
            recordScore(profile, of: subject, coin, inputs)
            recordSkill(profile, of: subject, coin, inputs)
            // One picture shows what the score is of; the others are the same with other numbers.
            if place == 0 { recordCurves(profile, of: subject, coin, inputs) }
        }
    }

    private mutating func recordScore(
        _ profile: ScoredProfile, of subject: Subject, _ coin: ProfileInputs.Coin,
        _ inputs: ProfileInputs
    ) {
        let (score, spread) = (profile.walk.score, profile.walk.spread)
        let figures: [(Measure, Double?, Unit, ProfileScoreSpread.Interval?)] = [
            ("liquidation.profile.bars", Double(profile.walk.forecasts.count), .count, nil),
            (
                "liquidation.profile.rank", score.rankCorrelation, .coefficient,
                spread.rankCorrelation
            ),
            ("liquidation.profile.hits", spread.hitRate, .ratio, spread.hits),
            ("liquidation.profile.hits.simpler", spread.baselineHitRate, .ratio, nil),
            ("liquidation.profile.band", score.coverage, .ratio, spread.coverage),
            ("liquidation.profile.band.promised", score.nominalCoverage, .ratio, nil),
        ]
        for (measure, value, unit, interval) in figures {
            guard let value else { continue }
            record(
                measure, of: subject, value, unit, low: interval?.low, high: interval?.high,
                at: profile.judgedUntil, .profileWalk,
                from: inputs.openInterest.sources + inputs.liquidations.sources
                    + coin.hourly.sources + coin.daily.sources)
        }
        record(
            "liquidation.profile.since", of: subject, .instant(profile.judgedFrom), .instant,
            at: profile.judgedFrom, .profileWalk, from: inputs.liquidations.sources)
    }

    private mutating func recordSkill(
        _ profile: ScoredProfile, of subject: Subject, _ coin: ProfileInputs.Coin,
        _ inputs: ProfileInputs
    ) {
        let sources =
            inputs.openInterest.sources + inputs.liquidations.sources + coin.hourly.sources
            + coin.daily.sources
        let measure: Measure = "liquidation.profile.skill"
        for baseline in ProfileBaseline.allCases {
            guard let skill = profile.walk.score.skill[baseline] ?? nil else { continue }
            let interval = profile.walk.spread.skill[baseline] ?? nil
            record(
                measure.dot(baseline.word), of: subject, skill, .ratio, low: interval?.low,
                high: interval?.high, at: profile.judgedUntil, .profileWalk, from: sources)
        }
        if let hardest = profile.hardest {
            let interval = profile.walk.spread.skill[hardest.baseline] ?? nil
            record(
                measure, of: subject, hardest.skill, .ratio, low: interval?.low,
                high: interval?.high, at: profile.judgedUntil, .profileWalk, from: sources)
            recordText(
                measure.dot("against"), of: subject, hardest.baseline.title,
                at: profile.judgedUntil, .profileWalk, from: sources)
        }
        recordText(
            "liquidation.profile.verdict", of: subject, profile.walk.spread.verdict.title,
            at: profile.judgedUntil, .profileWalk, from: sources)
    }

    private mutating func recordCurves(
        _ profile: ScoredProfile, of subject: Subject, _ coin: ProfileInputs.Coin,
        _ inputs: ProfileInputs
    ) {
        let sources =
            inputs.openInterest.sources + inputs.liquidations.sources + coin.hourly.sources
            + coin.daily.sources
        record(
            "liquidation.profile.price", of: subject, profile.price, .usd, at: profile.pricedAt,
            .lastClose, from: coin.hourly.sources)
        record(
            "liquidation.profile.step", of: subject, ScoredProfile.width, .ratio,
            at: profile.pricedAt, .liquidationProfile, from: [])
        for side in PositionSide.allCases {
            let steps = profile.profile.steps.filter { $0.side == side }
            let measure = Measure("liquidation.profile.\(side == .long ? "longs" : "shorts")")
            recordText(
                measure.dot("name"), of: subject, side == .long ? "longs" : "shorts",
                at: profile.pricedAt, .liquidationProfile, from: [])
            record(
                CurveFact(
                    measure, of: subject,
                    axis: CurveFact.Axis("price", .usd, steps.map { ($0.from + $0.to) / 2 }),
                    columns: [
                        CurveFact.Column("low", .usd, steps.map(\.lowUSD)),
                        CurveFact.Column("median", .usd, steps.map(\.middleUSD)),
                        CurveFact.Column("high", .usd, steps.map(\.highUSD)),
                    ],
                    asOf: question.asOf, method: .liquidationProfile, sources: sources,
                    standing: .estimated))
        }
    }
}

extension ProfileBaseline {
    /// The way in measures.
    fileprivate var word: String {
        switch self {
        case .evenly: "evenly"
        case .fixedMix: "fixedMix"
        case .roundNumbers: "roundNumbers"
        case .average: "average"
        }
    }
}

extension ProfileBaseline {
    /// The way for readers.
    fileprivate var title: String {
        switch self {
        case .evenly: "even spreading"
        case .fixedMix: "a fixed mix"
        case .roundNumbers: "round numbers"
        case .average: "the average"
        }
    }
}

extension ProfileScoreSpread.Verdict {
    /// The verdict for readers.
    var title: String {
        switch self {
        case .skilled: "skill"
        case .unskilled: "no skill"
        case .worse: "worse than a simpler way"
        }
    }
}

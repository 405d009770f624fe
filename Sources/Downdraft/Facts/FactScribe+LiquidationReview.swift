internal import Evidence
internal import Liquidations
internal import Market
internal import Store

extension FactScribe {
    /// Liquidations bar by bar, against open interest, and the rules by which venues publish them.
    mutating func recordReview(_ review: LiquidationReview, _ inputs: DayInputs) {
        let sources = inputs.liquidations.sources
        for (place, bar) in review.bars.enumerated() {
            let subject = Subject.venue(review.venue, asset: bar.bar.asset)
            let measure = Measure("liquidation.bar.\(place + 1)")
            let parts: [(Measure, Double)] = [
                (measure, bar.dollars), (measure.dot("long"), bar.bar.longUSD),
                (measure.dot("short"), bar.bar.shortUSD),
            ]
            for (part, value) in parts {
                record(
                    part, of: subject, value, .usd, at: bar.bar.closeTime, .liquidationBar,
                    from: sources, standing: .floor)
            }
            record(
                measure.dot("opened"), of: subject, .instant(bar.bar.openTime), .instant,
                at: bar.bar.openTime, .liquidationBar, from: sources)
        }
        for row in review.rows { record(row, review.venue, inputs) }
        for regime in review.regimes {
            let subject = Subject.venue(regime.venue)
            recordText(
                "liquidations.rule", of: subject, regime.rule.rawValue, .samplingRule, from: [])
            recordText(
                "liquidations.rule.source", of: subject, regime.citation, .samplingRule, from: [])
        }
    }

    private mutating func record(
        _ row: LiquidationReview.AssetRow, _ venue: VenueID, _ inputs: DayInputs
    ) {
        let subject = Subject.venue(venue, asset: row.asset)
        let sources =
            inputs.liquidations.sources + inputs.openInterest.sources + inputs.perpetuals.sources
            + Provenance([], rows: inputs.instruments.sources.rows)
        let end = question.range.end
        if let interest = row.openInterest {
            record(
                Measure("openInterest.before").dot(window), of: subject, interest, .usd,
                at: question.range.start, .openInterestAtOnePrice, from: sources)
        }
        if let share = row.share {
            record(
                Measure("liquidations.share").dot(window), of: subject, share, .ratio, at: end,
                .openInterestAtOnePrice, from: sources, standing: .floor)
        }
        guard let check = row.check else { return }
        record(
            Measure("openInterest.closed").dot(window), of: subject, check.closedUSD, .usd,
            at: end, .openInterestAtOnePrice, from: sources)
        recordText(
            Measure("liquidations.check").dot(window), of: subject, check.verdict.rawValue,
            at: end, .liquidationCheck, from: sources)
    }

    /// What a venue's later share of all liquidations would make of its floor: not known on the day.
    mutating func recordHindsight(_ review: LiquidationReview, from sources: Provenance) {
        guard let share = VenueShareImplication.Share.binanceBitcoinLongs,
            review.venue == share.venue,
            let row = review.rows.first(where: { $0.asset == "BTC" })
        else { return }
        let implied = VenueShareImplication(floorUSD: row.floor.longUSD, share: share)
        guard implied.isLaterKnowledge(on: question.asOf.day) else { return }
        let subject = Subject.venue("all", asset: "BTC")
        let measure = Measure("liquidations.implied.long").dot(window)
        record(
            measure, of: subject, implied.middleUSD, .usd, low: implied.lowUSD,
            high: implied.highUSD, at: nil, .laterShare, from: sources, standing: .estimated)
        let parts: [(String, Double, Unit)] = [
            ("share", share.median, .ratio), ("moments", Double(share.moments), .count),
        ]
        for (name, value, unit) in parts {
            record(measure.dot(name), of: subject, value, unit, at: nil, .laterShare, from: [])
        }
        record(
            measure.dot("known"), of: subject, .day(share.knownFrom), .day, at: nil, .laterShare,
            from: [])
    }
}

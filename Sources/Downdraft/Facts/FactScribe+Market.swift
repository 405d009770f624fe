internal import Evidence
internal import Indices
internal import Market
internal import Series
internal import Store

extension FactScribe {
    /// What our own index did, and which of its members did it.
    mutating func recordMarket(
        _ market: MarketMove?, volume: VolumeComparison?, from sources: Provenance
    ) {
        guard let market else {
            recordAbsence(of: .cap, of: .own, .usd, .ownIndex)
            recordAbsence(of: .change(window), of: .own, .ratio, .ownIndex)
            return
        }
        let end = question.range.end
        let move = market.change
        func own(_ measure: Measure, _ value: Double, _ unit: Unit, _ method: Method) {
            record(measure, of: .own, value, unit, at: end, method, from: sources)
        }
        own(.cap, move.capAfter, .usd, .ownIndex)
        own(.base(window), move.capBefore, .usd, .ownIndex)
        own(.change(window), move.change, .ratio, .ownIndex)
        own(.residual(window), move.residual, .points, .contribution)
        own(.members, Double(move.constituents.count), .count, .ownIndex)
        own(.declining(window), Double(move.declining), .count, .ownIndex)
        own(Measure("advancing").dot(window), Double(move.advancing), .count, .ownIndex)
        own(Measure.change(window).dot("mean"), move.meanChange, .ratio, .mean)
        own(.coverage, market.coverage, .ratio, .ownIndex)
        if let median = move.medianChange { own(.medianChange(window), median, .ratio, .median) }
        record(
            "supplies.observed", of: .own, .instant(market.suppliesObserved), .instant,
            at: market.suppliesObserved, .ownIndex, from: sources)
        recordText("definition", of: .own, market.definition.id, .ownIndex, from: [])
        recordVolume(volume, of: .own, from: sources)
        recordContributions(move.contributions, from: sources)
        recordUnpriced(market.unpriced, from: sources)
    }

    private mutating func recordContributions(
        _ contributions: [CapWeightedChange.Contribution], from sources: Provenance
    ) {
        let end = question.range.end
        for contribution in contributions {
            record(
                .contribution(window), of: .asset(contribution.asset), contribution.points,
                .points, at: end, .contribution, from: sources)
        }
        let rest = contributions.dropFirst(Self.contributorsShown)
        record(
            .contribution(window), of: .rest, rest.map(\.points).compensatedSum, .points, at: end,
            .contribution, from: sources)
        record(.members, of: .rest, Double(rest.count), .count, at: end, .ownIndex, from: sources)
    }

    /// How many contributors stand in the table by name; the others stand in one row.
    static let contributorsShown = 10

    private mutating func recordUnpriced(_ assets: [AssetID], from sources: Provenance) {
        record(
            "unpriced", of: .own, Double(assets.count), .count, at: question.range.end, .ownIndex,
            from: sources)
        for (rank, asset) in assets.prefix(5).enumerated() {
            recordText(
                Measure("unpriced.\(rank + 1)"), of: .own, asset.text, .ownIndex, from: sources)
        }
    }

    /// What each asset cost and how far it moved.
    mutating func recordAssets(
        _ assets: [DayFindings.PricedAsset], _ inputs: DayInputs
    ) {
        let names = Dictionary(
            inputs.assets.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for asset in assets {
            let subject = Subject.asset(asset.asset)
            let priced = asset.sources
            record(
                .price, of: subject, asset.price, .usd, at: asset.observedAt, .aggregatePrice,
                from: priced)
            recordText(
                "price.venues", of: subject, asset.venues.joined(separator: ", "),
                at: asset.observedAt, .aggregatePrice, from: priced)
            if let spread = asset.spread {
                record(
                    "price.spread", of: subject, spread, .ratio, at: asset.observedAt,
                    .spreadOfVenues, from: priced)
            }
            record(
                .change(window), of: subject, asset.change, .ratio, at: asset.observedAt,
                .changeOfCloses, from: priced)
            if let volume = asset.volume {
                record(
                    .volume(window), of: subject, volume.value, .usd, low: volume.low,
                    high: volume.high, at: asset.observedAt, .tradedVolume, from: priced,
                    standing: .estimated)
            }
            if let name = names[asset.asset]?.name {
                recordText(.title, of: subject, name, from: inputs.assets.sources)
            }
        }
    }

    /// The assets whose prices lie further apart between venues than prices of one thing should.
    mutating func recordDisagreements(_ assets: [DayFindings.PricedAsset]) {
        let apart = assets.filter(\.disagrees)
        guard !apart.isEmpty else { return }
        let sources = apart.map(\.sources).joined
        record(
            "disagreeing", of: .own, Double(apart.count), .count, at: question.range.end,
            .spreadOfVenues, from: sources)
        for (rank, asset) in apart.prefix(5).enumerated() {
            recordText(
                Measure("disagreeing.\(rank + 1)"), of: .own, asset.asset.text, .spreadOfVenues,
                from: sources)
        }
    }

    /// Volume now and against the window before.
    mutating func recordVolume(
        _ volume: VolumeComparison?, of subject: Subject, from sources: Provenance
    ) {
        guard let volume else {
            recordAbsence(of: .volume(window), of: subject, .usd, .tradedVolume)
            return
        }
        let end = question.range.end
        record(
            .volume(window), of: subject, volume.now.value, .usd, low: volume.now.low,
            high: volume.now.high, at: end, .tradedVolume, from: sources, standing: .estimated)
        guard let change = volume.change, let before = volume.before else { return }
        // The true figures lie within their bounds, so the change lies within the bounds' ratios.
        record(
            .volumeChange(window), of: subject, change, .ratio,
            low: volume.now.low / before.high - 1, high: volume.now.high / before.low - 1,
            at: end, .tradedVolume, from: sources, standing: .estimated)
    }
}

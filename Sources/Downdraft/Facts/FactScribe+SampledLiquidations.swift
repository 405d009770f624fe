internal import Evidence
internal import Liquidations
internal import Market
internal import Store

extension FactScribe {
    /// Single liquidations added up, what sampling hides of the busiest hours, and how much of the events is
    /// statistically attributable to earlier ones.
    ///
    /// - Input: `openInterest`, in US dollars by venue and asset: one close of more is counted, not added.
    mutating func recordEvents(
        _ inputs: EventInputs, openInterest: [VenueID: [AssetID: Double]]
    ) {
        let series = EventSeries(inputs, openInterest: openInterest)
        let sources =
            inputs.liquidations.sources + inputs.deleveragings.sources + inputs.takeovers.sources
        for venue in series.venues {
            recordSums(of: venue, from: sources)
            recordReach(of: venue, in: series, from: sources)
            recordQuarantine(of: venue, from: sources)
            recordOthers(of: venue, from: sources)
        }
        for (place, hour) in series.hours.prefix(Self.shownHours).enumerated() {
            record(hour, rank: place + 1, from: sources)
        }
        if let largest = series.largest { record(largest: largest, from: sources) }
        for (place, feed) in SampledFeed.largest(of: series).enumerated() {
            record(feed, rank: place + 1, from: sources)
        }
        recordFits(series, from: sources)
    }

    private static let shownHours = 12

    private mutating func recordSums(of venue: EventSeries.Venue, from sources: Provenance) {
        record(venue.sums, of: .venue(venue.venue), from: sources)
        for (asset, sums) in venue.sums(by: \.asset) {
            record(sums, of: .venue(venue.venue, asset: asset), from: sources)
        }
    }

    private mutating func record(
        _ sums: EventSeries.Sums, of subject: Subject, from sources: Provenance
    ) {
        let parts = [
            ("long", sums.longUSD), ("short", sums.shortUSD), ("unsided", sums.unsidedUSD),
            ("total", sums.dollars),
        ]
        for (name, dollars) in parts {
            record(
                Measure("events.\(name)").dot(window), of: subject, dollars, .usd,
                at: question.range.end, .eventLedger, from: sources, standing: .floor)
        }
        record(
            Measure("events.count").dot(window), of: subject, Double(sums.count), .count,
            at: question.range.end, .eventLedger, from: sources)
    }

    private mutating func recordReach(
        of venue: EventSeries.Venue, in series: EventSeries, from sources: Provenance
    ) {
        guard let first = venue.events.first, let last = venue.events.last,
            let reach = series.reach(of: venue)
        else { return }
        let subject = Subject.venue(venue.venue)
        for (name, event) in [("first", first), ("last", last)] {
            record(
                Measure("events.\(name)").dot(window), of: subject, .instant(event.time), .instant,
                at: event.time, .eventLedger, from: sources)
        }
        record(
            Measure("events.coverage").dot(window), of: subject, reach, .ratio, at: last.time,
            .eventLedger, from: sources)
        for (place, regime) in venue.regimes.enumerated() {
            let measure = Measure("events.rule.\(place + 1)")
            recordText(measure, of: subject, regime.rule.rawValue, .samplingRule, from: [])
            recordText(
                measure.dot("source"), of: subject, regime.citation, .samplingRule, from: [])
        }
    }

    /// Events without dollars, by reason: counted, never guessed.
    private mutating func recordQuarantine(of venue: EventSeries.Venue, from sources: Provenance) {
        let subject = Subject.venue(venue.venue)
        let measure = Measure("events.quarantined").dot(window)
        record(
            measure, of: subject, Double(venue.ledger.quarantinedCount), .count,
            at: question.range.end, .eventLedger, from: sources)
        let counts = venue.ledger.quarantined.sorted { $0.key.rawValue < $1.key.rawValue }
        for (place, (reason, count)) in counts.enumerated() {
            let measure = Measure("events.quarantined.\(place + 1)").dot(window)
            record(
                measure, of: subject, Double(count), .count, at: question.range.end, .eventLedger,
                from: sources)
            recordText(
                measure.dot("reason"), of: subject, reason.rawValue, at: question.range.end,
                .eventLedger, from: sources)
        }
    }

    /// Deleveragings and takeovers, which are no part of what was liquidated.
    private mutating func recordOthers(of venue: EventSeries.Venue, from sources: Provenance) {
        record(venue.deleveragings, as: "events.deleveraged", at: venue.venue, from: sources)
        record(venue.takeovers, as: "events.takenOver", at: venue.venue, from: sources)
    }

    private mutating func record<Kind>(
        _ ledger: ForcedCloseLedger<Kind>, as name: Measure, at venue: VenueID,
        from sources: Provenance
    ) {
        let total = ledger.total()
        guard total.count + ledger.quarantinedCount > 0 else { return }
        let measure = name.dot(window)
        record(
            measure, of: .venue(venue), total.dollars, .usd, at: question.range.end, .eventLedger,
            from: sources, standing: .floor)
        let counts = [("count", total.count), ("quarantined", ledger.quarantinedCount)]
        for (word, count) in counts {
            record(
                measure.dot(word), of: .venue(venue), Double(count), .count,
                at: question.range.end, .eventLedger, from: sources)
        }
    }

    private mutating func record(
        _ hour: (venue: VenueID, hour: Timestamp, sums: EventSeries.Sums), rank: Int,
        from sources: Provenance
    ) {
        let subject = Subject.venue(hour.venue)
        let measure = Measure("events.hour.\(rank)")
        let end = min(hour.hour + .hour, question.range.end)
        let parts = [
            (measure, hour.sums.dollars), (measure.dot("long"), hour.sums.longUSD),
            (measure.dot("short"), hour.sums.shortUSD),
        ]
        for (part, dollars) in parts {
            record(
                part, of: subject, dollars, .usd, at: end, .eventLedger, from: sources,
                standing: .floor)
        }
        record(
            measure.dot("count"), of: subject, Double(hour.sums.count), .count, at: end,
            .eventLedger, from: sources)
        record(
            measure.dot("opened"), of: subject, .instant(max(hour.hour, question.range.start)),
            .instant, at: max(hour.hour, question.range.start), .eventLedger, from: sources)
    }

    private mutating func record(largest: LiquidationLedger.Valued, from sources: Provenance) {
        let close = largest.close
        let subject = Subject.venue(close.venue, asset: close.asset)
        let measure = Measure("events.largest").dot(window)
        record(
            measure, of: subject, largest.dollars.amount, .usd, at: close.time, .eventLedger,
            from: sources)
        if let side = close.closed {
            recordText(
                measure.dot("side"), of: subject, side.rawValue, at: close.time, .eventLedger,
                from: sources)
        }
        recordText(
            measure.dot("basis"), of: subject, largest.dollars.basis.rawValue, at: close.time,
            .eventLedger, from: sources)
    }

    private mutating func record(_ feed: SampledFeed, rank: Int, from sources: Provenance) {
        let subject = Subject("venue:\(feed.venue)/instrument:\(feed.instrument)")
        let measure = Measure("events.feed.\(rank)")
        let end = feed.stretch.end
        record(
            measure, of: subject, feed.observedUSD, .usd, at: end, .eventLedger, from: sources,
            standing: .floor)
        record(
            measure.dot("count"), of: subject, Double(feed.count), .count, at: end, .eventLedger,
            from: sources)
        for (name, instant) in [("opened", feed.stretch.start), ("closed", end)] {
            record(
                measure.dot(name), of: subject, .instant(instant), .instant, at: end, .eventLedger,
                from: sources)
        }
        recordText(
            measure.dot("rule"), of: subject, feed.rule?.rawValue ?? "not known", .samplingRule,
            from: [])
        recordText(
            measure.dot("support"), of: subject, feed.support, at: end, .sampledTotal,
            from: sources)
        guard let estimate = feed.estimate else {
            recordAbsence(of: measure.dot("estimate"), of: subject, .usd, .sampledTotal)
            return
        }
        record(
            measure.dot("estimate"), of: subject, estimate.median, .usd, low: estimate.low,
            high: estimate.high, at: end, .sampledTotal, from: sources, standing: .estimated)
    }
}

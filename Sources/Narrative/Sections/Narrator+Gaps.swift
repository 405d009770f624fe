internal import Evidence
internal import Market

extension Narrator {
    /// What is missing, the gaps that thin the answer first.
    var gaps: [ReportGap] {
        let found = [
            windowGap, staleGap, holeGap, ownGap, coverageGap, disagreementGap, strengthGap,
            averageGap, liquidationGap, partialGap, everywhereGap, forcedGap, supplyGap, sectorGap,
            groupGap, newsGap, causeGap, tetherGap,
        ].compactMap { $0 }
        return found.filter { $0.severity == .thin } + found.filter { $0.severity == .note }
    }

    private var windowGap: ReportGap? {
        guard fact(.change(window), .total) == nil else { return nil }
        return ReportGap(
            "no-total-change", .thin, phrases.noTotalChange(over: overWindow))
    }

    private var staleGap: ReportGap? {
        guard let cap = fact(.cap, .total), let asOf = fact("asOf", .question),
            let observed = cap.observedAt, cap.asOf - observed > .hour
        else { return nil }
        return ReportGap("stale-total", .thin, phrases.staleTotal(cap, asOf: asOf))
    }

    private var holeGap: ReportGap? {
        guard let missing = fact(Measure("bars.missing").dot(window), .total),
            let hours = missing.number, hours > 0
        else { return nil }
        return ReportGap("missing-hours", .thin, phrases.missingHours(missing))
    }

    private var ownGap: ReportGap? {
        guard fact(.change(window), .own) == nil else { return nil }
        return ReportGap("no-own-index", .thin, phrases.gap(.noOwnIndex))
    }

    private var coverageGap: ReportGap? {
        guard let unpriced = fact("unpriced", .own), (unpriced.number ?? 0) > 0,
            let coverage = fact(.coverage, .own), let share = coverage.number
        else { return nil }
        let names = (1...5).compactMap { fact(Measure("unpriced.\($0)"), .own) }
        return ReportGap(
            "unpriced", share < 0.9 ? .thin : .note,
            phrases.unpriced(unpriced, coverage: coverage, largest: names))
    }

    /// Venues that disagree on a price.
    var disagreementGap: ReportGap? {
        guard let count = fact("disagreeing", .own) else { return nil }
        let names = (1...5).compactMap { fact(Measure("disagreeing.\($0)"), .own) }
        return ReportGap("prices-disagree", .note, phrases.disagreeing(count, first: names))
    }

    private var strengthGap: ReportGap? {
        guard fact(.relativeStrength(14), .total) == nil else { return nil }
        return ReportGap("no-strength", .thin, phrases.gap(.noStrength))
    }

    private var averageGap: ReportGap? {
        guard fact(.average(days: 50), .total) == nil || fact(.average(days: 100), .total) == nil
        else { return nil }
        return ReportGap("no-average", .thin, phrases.gap(.noAverage))
    }

    private var liquidationGap: ReportGap? {
        guard fact(.totalLiquidations(window), .venue("binance")) == nil else { return nil }
        return ReportGap("no-liquidations", .thin, phrases.gap(.noLiquidations))
    }

    var partialGap: ReportGap? {
        guard let coverage = fact(.liquidationCoverage(window), .venue("binance", asset: "BTC")),
            let share = coverage.number, share < 1
        else { return nil }
        return ReportGap(
            "partial-liquidations", .note, phrases.partialLiquidations(coverage))
    }

    var everywhereGap: ReportGap? {
        guard let everywhere = book[.totalLiquidations(window), .venue("all")],
            everywhere.standing == .undecidable,
            let floor = fact(.totalLiquidations(window), .venue("binance"))
        else { return nil }
        return ReportGap("all-venues", .note, phrases.allVenuesUnknown(floor: floor))
    }

    private var supplyGap: ReportGap? {
        guard let observed = fact("supplies.observed", .own) else { return nil }
        return ReportGap("held-supply", .note, phrases.heldSupply(observed))
    }

    private var sectorGap: ReportGap? {
        guard let sector = exposed, let members = fact(.members, sector.subject),
            let weighted = fact(Measure.members.dot("weighted"), sector.subject),
            let listed = members.number, let used = weighted.number, used < listed
        else { return nil }
        return ReportGap(
            "sector-supplies", .note,
            phrases.sectorSupplies(sector.title, members: members, weighted: weighted))
    }

    private var groupGap: ReportGap? {
        let moves = book.all(.abnormal(window)).map(\.subject).filter {
            ($0.parent ?? $0).kind == "sector"
        }
        let divided = Set(moves.compactMap(\.parent))
        guard !divided.isEmpty else { return nil }
        let whole = moves.filter { $0.parent == nil && !divided.contains($0) }
            .compactMap { fact(.title, $0) }
        guard !whole.isEmpty else { return nil }
        return ReportGap("sector-groups", .note, phrases.undivided(whole))
    }

    private var newsGap: ReportGap? {
        guard fact("term", .question) == nil else {
            return ReportGap("news-selection", .note, phrases.gap(.newsSelection))
        }
        return ReportGap("no-news", .note, phrases.gap(.noNews))
    }

    private var causeGap: ReportGap? {
        guard fact("cause.1.adjusted", .question) != nil || fact("cause.1", .question) != nil else {
            return ReportGap("no-cause", .note, phrases.gap(.noCause))
        }
        if let dates = fact("cause.1.dates", .question)?.number,
            let level = fact("cause.level", .question), let value = level.number,
            case let tests = Double(causeTestCount), tests / (dates + 1) > value
        {
            return ReportGap("weak-test", .note, phrases.weakTest(level: level))
        }
        return ReportGap("one-event", .note, phrases.gap(.oneEvent))
    }

    /// How many candidates were tested.
    private var causeTestCount: Int {
        (1...).lazy.map { Measure("cause.\($0)") }
            .prefix { self.fact($0, .question) != nil }
            .count { self.fact($0.dot("p"), .question) != nil }
    }

    private var tetherGap: ReportGap? {
        guard fact(.cap, .own) != nil else { return nil }
        return ReportGap("tether", .note, phrases.gap(.tether))
    }
}

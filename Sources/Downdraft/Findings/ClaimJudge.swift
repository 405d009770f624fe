internal import Claims
internal import Evidence
internal import Market

/// Holds a claim against the evidence of one hour.
struct ClaimJudge {
    /// What the evidence says.
    struct Judgement {
        let verdict: Verdict
        let reason: String
        let fact: Fact?
        /// The figure of the claim, and what was measured in its unit.
        var stated: StatedFigure?
        var measured: Double?
        /// Whether the figure lies between those of two hours.
        var isBetweenHours = false
        /// For a cause: its first story against the move.
        var timing: ClaimTiming?
    }

    let book: EvidenceBook
    let published: CalendarDay?
    /// Whether the book is that of the hour asked about: causes are told by it alone.
    var isLatest = true

    /// What the evidence says of a claim; `nil` where it says nothing.
    func judge(_ claim: Claim, _ text: ArticleText) -> Judgement? {
        guard claim.modality == .stated else { return nil }
        if let subject = claim.subject, !subject.isKnown {
            return Judgement(
                verdict: .noData, reason: "the store holds nothing of that name", fact: nil)
        }
        switch claim.kind {
        case .level, .indicator: return figure(claim, .value, level(claim))
        case .change: return best(claim)
        case .fromTo: return movement(claim)
        case .total: return total(claim)
        case .rank: return rank(claim)
        case .definition: return definition(claim, text)
        case .cause: return cause(claim, text)
        case .share, .comparison, .levelStatus, .event, .quotation, .figure: return nil
        }
    }

    // MARK: Figures

    /// The best of what several hours say. A figure that the hours go through is about right; one that no hour
    /// gives but that lies near is left open: another provider, or a minute between, may give it.
    static func combined(_ judged: [Judgement], _ claim: Claim) -> Judgement? {
        guard let best = judged.min(by: { $0.verdict.gravity < $1.verdict.gravity }) else {
            return nil
        }
        guard best.verdict == .refuted, claim.relation != .above, claim.relation != .below,
            let stated = best.stated
        else { return best }
        let values = judged.compactMap(\.measured)
        guard let low = values.min(), let high = values.max() else { return best }
        let printed = stated.tolerated
        if printed.lowerBound <= high, printed.upperBound >= low {
            return Judgement(
                verdict: .approximatelyRight, reason: "the hours before go through this figure",
                fact: best.fact, isBetweenHours: true)
        }
        let distance = max(low - printed.upperBound, printed.lowerBound - high)
        let slack =
            stated.unit == .percent
            ? max(0.5, abs(stated.value) / 4) : abs(stated.value) / 20
        guard distance <= slack, (low < 0) == (stated.value < 0) else { return best }
        return Judgement(
            verdict: .noData,
            reason: "near, but no hour of ours gives it: another provider or minute may",
            fact: best.fact)
    }

    /// A movement by how much it was, or by where it ended.
    private func movement(_ claim: Claim) -> Judgement? {
        if let indicator = claim.indicator, let subject = subject(claim) {
            return figure(claim, .end, latest(indicator, subject))
        }
        return best(claim) ?? figure(claim, .end, level(claim))
    }

    /// A figure against a fact, in the figure's unit.
    private func figure(_ claim: Claim, _ role: Claim.Role, _ fact: Fact?) -> Judgement? {
        guard let stated = claim.figure(role), let fact, let number = fact.number else {
            return nil
        }
        let isPercent = fact.unit == .ratio || fact.unit == .points
        guard isPercent == (stated.unit == .percent) else { return nil }
        let measured = isPercent ? number * 100 : number
        if !isPercent, Self.isAnotherThing(stated.value, measured) {
            return Judgement(
                verdict: .noData, reason: "so far from the data that another thing must be meant",
                fact: fact)
        }
        let admission: StatedFigure.Admission
        switch claim.relation {
        case .above?: admission = measured > stated.value ? .confirmed : .refuted
        case .below?: admission = measured < stated.value ? .confirmed : .refuted
        case .at?, .high?, .low?, nil: admission = stated.admits(measured)
        }
        switch admission {
        case .confirmed:
            return Judgement(
                verdict: .confirmed, reason: "the data give this figure", fact: fact,
                stated: stated, measured: measured)
        case .approximatelyRight:
            return Judgement(
                verdict: .approximatelyRight, reason: "the data round to another figure",
                fact: fact, stated: stated, measured: measured)
        case .refuted:
            return Judgement(
                verdict: .refuted, reason: "the data give another figure", fact: fact,
                stated: stated, measured: measured)
        }
    }

    /// Whether two amounts differ so much that they cannot be of one thing: twentyfold.
    private static func isAnotherThing(_ stated: Double, _ measured: Double) -> Bool {
        guard stated > 0, measured > 0 else { return false }
        return stated > 20 * measured || measured > 20 * stated
    }

    /// Who a claim is about, as the evidence names it.
    private func subject(_ claim: Claim) -> Evidence.Subject? {
        guard let subject = claim.subject else { return nil }
        switch subject.kind {
        case .market: return .total
        case .index: return .index(subject.id)
        case .sector: return Evidence.Subject("sector:\(subject.id)")
        case .asset: return .asset(AssetID(subject.id))
        case .unknown: return nil
        }
    }

    private func level(_ claim: Claim) -> Fact? {
        guard let subject = subject(claim) else { return nil }
        if let indicator = claim.indicator { return reading(indicator, claim, subject) }
        let isMarket = subject == .total
        switch claim.measure {
        case .price?: return fact(isMarket ? .cap : .price, subject)
        case .marketCap?: return isMarket ? dated(claim, subject) ?? fact(.cap, subject) : nil
        case nil:
            guard claim.figure(.value)?.unit.isMoney ?? false else { return nil }
            return isMarket ? dated(claim, subject) ?? fact(.cap, subject) : fact(.price, subject)
        case .volume?, .liquidations?, .openInterest?, .dominance?, .funding?, .flows?,
            .valueLocked?, .indicator?:
            return nil
        }
    }

    /// The highest of the days before, where a claim speaks of a high.
    private func dated(_ claim: Claim, _ subject: Evidence.Subject) -> Fact? {
        claim.relation == .high ? fact(.localHigh, subject) : nil
    }

    private func reading(
        _ indicator: IndicatorReference, _ claim: Claim, _ subject: Evidence.Subject
    ) -> Fact? {
        guard indicator.name == .relativeStrengthIndex, let day = day(claim) else {
            return latest(indicator, subject)
        }
        let period = indicator.period ?? 14
        return book.history(.closedRelativeStrength(period), subject).first {
            $0.observedAt.map { ($0 - TimeSpan(microseconds: 1)).day } == day
        }
    }

    /// What an indicator reads with today so far.
    private func latest(_ indicator: IndicatorReference, _ subject: Evidence.Subject) -> Fact? {
        switch indicator.name {
        case .relativeStrengthIndex:
            fact(.relativeStrength(indicator.period ?? 14), subject)
        case .simpleMovingAverage:
            indicator.period.flatMap { fact(.average(days: $0), subject) }
        case .exponentialMovingAverage, .convergenceDivergence, .fearAndGreed: nil
        }
    }

    /// The day a figure is of, where the text gives one.
    private func day(_ claim: Claim) -> CalendarDay? {
        guard let published else { return nil }
        let date = claim.figures.first { $0.role == .value }?.date
        if let date { return date.resolved(before: published) }
        if case .on(let date)? = claim.window?.kind { return date.resolved(before: published) }
        return nil
    }

    /// The change over whichever window the claim may mean and fits best.
    private func best(_ claim: Claim) -> Judgement? {
        windows(claim).compactMap { figure(claim, .change, change(claim, $0)) }
            .min { $0.verdict.gravity < $1.verdict.gravity }
    }

    private func change(_ claim: Claim, _ window: String) -> Fact? {
        guard let subject = subject(claim) else { return nil }
        switch claim.measure {
        case .volume?: return fact(.volumeChange(window), subject)
        case .price?, .marketCap?, nil: return fact(.change(window), subject)
        case .liquidations?, .openInterest?, .dominance?, .funding?, .flows?, .valueLocked?,
            .indicator?:
            return nil
        }
    }

    /// The windows a claim may mean, as measures spell them: the last day where it gives none; `today` may be
    /// that or the day since midnight.
    private func windows(_ claim: Claim) -> [String] {
        switch claim.window?.kind {
        case nil, .trailing(.day)?: ["24h"]
        case .day(0)?: ["24h", "utcDay"]
        case .on(let date)? where published.map { date.resolved(before: $0) == $0 } ?? false:
            ["24h", "utcDay"]
        case .trailing?, .day?, .since?, .on?: []
        }
    }

    private func fact(_ measure: Evidence.Measure, _ subject: Evidence.Subject) -> Fact? {
        book[measure, subject].flatMap { $0.value == .none ? nil : $0 }
    }

    // MARK: Totals, ranks, definitions, causes

    /// All venues' liquidations: one venue's floor bounds them from below and nothing from above.
    private func total(_ claim: Claim) -> Judgement? {
        guard claim.measure == .liquidations, let stated = claim.figure(.value) else { return nil }
        let asset = claim.subject?.kind == .asset ? claim.subject?.id : nil
        let subject =
            asset.map { Evidence.Subject.venue("binance", asset: AssetID($0)) }
            ?? Evidence.Subject.venue("binance")
        let measure: Evidence.Measure =
            switch claim.side {
            case .long?: .longLiquidations("24h")
            case .short?: .shortLiquidations("24h")
            case nil: .totalLiquidations("24h")
            }
        guard let floor = fact(measure, subject), let least = floor.number else { return nil }
        guard stated.tolerated.upperBound < least else {
            return Judgement(
                verdict: .noData,
                reason: "all venues together are not known: one venue’s floor lies below",
                fact: floor)
        }
        return Judgement(
            verdict: .refuted, reason: "one venue alone published more", fact: floor)
    }

    /// "Led the losses": whether another of its sector went further.
    private func rank(_ claim: Claim) -> Judgement? {
        guard claim.subject?.kind == .asset, let subject = subject(claim),
            let own = fact(.change("24h"), subject), let change = own.number
        else { return nil }
        let isFall = claim.direction.map { $0 == .down } ?? (change < 0)
        let further = book.all(.change("24h"))
            .filter { $0.subject.kind == "asset" && $0.subject.parent == nil }
            .filter { ($0.number ?? 0) * (isFall ? -1 : 1) > change * (isFall ? -1 : 1) }
            .max { abs($0.number ?? 0) < abs($1.number ?? 0) }
        guard let further else {
            return Judgement(verdict: .confirmed, reason: "nobody priced went further", fact: own)
        }
        guard !claim.isScoped else { return nil }
        return Judgement(
            verdict: .refuted, reason: "another asset went further: \(further.subject.name)",
            fact: further)
    }

    /// TOTAL is the sum of the largest 125 coins of its provider's list.
    private func definition(_ claim: Claim, _ text: ArticleText) -> Judgement? {
        guard claim.subject?.kind == .market, let content = claim.content else { return nil }
        let words = text.text(content).lowercased()
        let isTrue = words.contains("125") || words.contains("largest") || words.contains("top ")
        return isTrue
            ? Judgement(
                verdict: .confirmed, reason: "it is the sum of the largest coins of a list",
                fact: nil)
            : Judgement(
                verdict: .definitionError,
                reason:
                    "TOTAL is the sum of the largest 125 coins of one provider’s list, not of all",
                fact: nil)
    }

    /// Whether a test stands behind what is named as the cause.
    private func cause(_ claim: Claim, _ text: ArticleText) -> Judgement? {
        guard isLatest, let content = claim.content else { return nil }
        let words = Set(
            text.text(content).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        var place = 1
        while let candidate = fact(Evidence.Measure("cause.\(place)"), .question) {
            defer { place += 1 }
            guard case .text(let name) = candidate.value,
                let first = name.split(separator: " ").first,
                words.contains(first.lowercased())
            else { continue }
            return cause(Evidence.Measure("cause.\(place)"))
        }
        return nil
    }

    private func cause(_ candidate: Evidence.Measure) -> Judgement {
        let isSupported = fact(candidate.dot("verdict"), .question)?.value == .text("supported")
        let timing = ClaimTiming(candidate, in: book)
        let tested =
            isSupported
            ? "those it bears on went further than chance does"
            : "it coincided: those it bears on went no further than chance does"
        let isLong = timing?.isLong ?? false
        return Judgement(
            verdict: !isSupported ? .noData : isLong ? .approximatelyRight : .confirmed,
            reason: isLong
                ? tested + "; it had been written of for days before the move began" : tested,
            fact: fact(candidate.dot("p"), .question), timing: timing)
    }
}

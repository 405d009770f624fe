internal import Evidence
internal import Margin
internal import Market

extension FactScribe {
    /// When a position is liquidated, and how that comes about.
    mutating func recordMargin(
        _ answer: LiquidationAnswer, _ inquiry: PositionInquiry, marked: MarkedPrice?
    ) {
        let subject = Subject.position(inquiry)
        recordPosition(answer, inquiry, marked: marked, of: subject)
        recordOutcome(answer, of: subject)
        recordSteps(answer, of: subject)
        recordRules(answer.profile, of: subject)
        let caveats = answer.caveats.enumerated()
        for (place, caveat) in caveats {
            recordText(
                Measure("caveat.\(place + 1)"), of: subject, caveat, .venueProfile, from: [])
        }
        if let citation = answer.maintenanceCitation {
            recordText(
                "maintenance.source", of: subject, citation.words, .venueProfile, from: [])
        }
    }

    private mutating func recordPosition(
        _ answer: LiquidationAnswer, _ inquiry: PositionInquiry, marked: MarkedPrice?,
        of subject: Subject
    ) {
        recordText("venue", of: subject, answer.profile.title, .venueProfile, from: [])
        recordText("side", of: subject, inquiry.isLong ? "long" : "short", .asked, from: [])
        record("size", of: subject, inquiry.size, .coefficient, at: nil, .asked, from: [])
        record("entry", of: subject, inquiry.entryPrice, .usd, at: nil, .asked, from: [])
        if let marked {
            record(
                "mark", of: subject, marked.price, .usd, at: marked.at,
                marked.at == nil ? .asked : .lastClose, from: marked.sources)
        }
        recordText(
            "mode", of: subject, answer.solver.conventions.mode.rawValue, .venueProfile, from: [])
    }

    private mutating func recordOutcome(_ answer: LiquidationAnswer, of subject: Subject) {
        func price(_ measure: Measure, _ price: Double) {
            record(measure, of: subject, price, .usd, at: nil, .marginSolver, from: [])
        }
        if let bankruptcy = answer.bankruptcyPrice { price("bankruptcy", bankruptcy) }
        if let used = answer.ratio.used {
            record("margin.used", of: subject, used, .ratio, at: nil, .marginSolver, from: [])
        }
        switch answer.outcome {
        case .alreadyLiquidatable:
            recordText("outcome", of: subject, "already liquidatable", .marginSolver, from: [])
        case .healthy(let below, let above):
            let found: [(String, LiquidationSearch)] = [("below", below), ("above", above)]
            for (side, search) in found {
                guard case .reached(let point) = search else { continue }
                price(Measure("liquidation.\(side)"), point.price)
                record(
                    Measure("liquidation.\(side).distance"), of: subject, point.distance, .ratio,
                    at: nil, .marginSolver, from: [])
            }
            recordText(
                "outcome", of: subject,
                answer.outcome.isNever ? "never liquidated" : "healthy", .marginSolver, from: [])
        }
    }

    private mutating func recordSteps(_ answer: LiquidationAnswer, of subject: Subject) {
        for (place, step) in answer.steps.steps.enumerated() {
            let measure = Measure("step.\(place + 1)")
            recordText(measure.dot("name"), of: subject, step.name, .marginSolver, from: [])
            recordText(measure.dot("formula"), of: subject, step.formula, .marginSolver, from: [])
            guard let value = step.value else { continue }
            record(measure, of: subject, value, step.unit.unit, at: nil, .marginSolver, from: [])
            if case .settlement(let currency) = step.unit {
                recordText(measure.dot("currency"), of: subject, currency, .venueProfile, from: [])
            }
        }
    }

    private mutating func recordRules(_ profile: VenueProfile, of subject: Subject) {
        let rules: [(String, String?)] = [
            ("mark", profile.markPrice), ("insurance", profile.insuranceFund),
            ("deleveraging", profile.deleveraging),
        ]
        for (name, words) in rules {
            guard let words else { continue }
            recordText(Measure("rule.\(name)"), of: subject, words, .venueProfile, from: [])
        }
        for (place, step) in profile.breach.enumerated() {
            recordText(
                Measure("breach.\(place + 1)"), of: subject, step.words, .venueProfile, from: [])
        }
        for (place, citation) in profile.citations.enumerated() {
            recordText(
                Measure("citation.\(place + 1)"), of: subject, citation.words, .venueProfile,
                from: [])
        }
    }
}

extension Citation {
    /// Publisher, title and day.
    fileprivate var words: String {
        "\(publisher), \(title)" + (dated.map { ", \($0)" } ?? ", no date")
    }
}

extension MarginStep.Unit {
    /// The unit of the value: dollar currencies as dollars, others as a bare number beside their name.
    fileprivate var unit: Unit {
        switch self {
        case .settlement(let currency):
            ["USD", "USDT", "USDC"].contains(currency) ? .usd : .coefficient
        case .price: .usd
        case .ratio: .ratio
        case .contracts: .coefficient
        case .tier: .count
        }
    }
}

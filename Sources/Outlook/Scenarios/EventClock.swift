/// Makes the events of one moment and horizon.
struct EventClock {
    private let subject: String
    private let asOf: Int64
    private let end: Int64
    private let interval: Int64

    init?(subject: String, asOf: Int64, interval: Int64, bars: Int) {
        let span = Int64(bars).multipliedReportingOverflow(by: interval)
        guard interval > 0, !span.overflow, PriceBars.instants.contains(span.partialValue),
            PriceBars.instants.contains(asOf)
        else { return nil }
        // Bars count from the first that opens after the as-of: the one that is running is known in part.
        let rest = asOf % interval
        let first = rest == 0 ? asOf : asOf - rest + (rest > 0 ? interval : 0)
        self.subject = subject
        self.asOf = asOf
        self.interval = interval
        end = first + span.partialValue
    }

    func event(_ condition: ForecastCondition) -> ForecastEvent? {
        ForecastEvent(
            subject: subject, condition: condition, start: asOf, end: end, interval: interval)
    }

    func breaking(
        _ kind: ScenarioTree.Kind, _ side: LevelSide, _ level: NamedLevel, _ band: Double,
        _ next: NamedLevel?
    ) -> [ScenarioTree.Branch] {
        let place = level.price
        let reached = next.flatMap { target in
            event(.breaksThenTouches(side, level: place, band: band, target: target.price)).map {
                ScenarioTree.Branch(
                    kind: .next, level: level, target: target, event: $0, followers: [])
            }
        }
        let back = event(.breaksThenReturns(side, level: place, band: band)).map {
            ScenarioTree.Branch(
                kind: .comeback, level: level, target: nil, event: $0, followers: [])
        }
        return event(.breaks(side, level: place, band: band)).map {
            [
                ScenarioTree.Branch(
                    kind: kind, level: level, target: nil, event: $0,
                    followers: [reached, back].compactMap { $0 })
            ]
        } ?? []
    }

    func holding(
        _ lower: NamedLevel, _ lowerBand: Double, _ upper: NamedLevel, _ upperBand: Double
    ) -> [ScenarioTree.Branch] {
        let condition = ForecastCondition.holds(
            lower: lower.price, lowerBand: lowerBand, upper: upper.price, upperBand: upperBand)
        return event(condition).map {
            [
                ScenarioTree.Branch(
                    kind: .hold, level: lower, target: upper, event: $0, followers: [])
            ]
        } ?? []
    }
}

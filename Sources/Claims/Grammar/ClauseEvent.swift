/// A movement as far as a clause has told it: figures with what they are to the movement.
struct ClauseEvent {
    /// A figure of the movement.
    struct Item {
        let role: Claim.Role
        let figure: StatedFigure
        var date: StatedDate?
    }

    var subjects: [Subject] = []
    var measure: Measure?
    var indicator: IndicatorReference?
    var direction: Direction?
    var window: Window?
    var isPresent = false
    var isFollower = false
    private(set) var items: [Item] = []

    var isEmpty: Bool { items.isEmpty }

    /// The one figure, where it is an amount of change in money.
    var onlyMoney: StatedFigure? {
        guard items.count == 1, items[0].role == .change, items[0].figure.unit.isMoney else {
            return nil
        }
        return items[0].figure
    }

    func has(_ role: Claim.Role) -> Bool { items.contains { $0.role == role } }

    mutating func add(_ role: Claim.Role, _ figure: StatedFigure) {
        items.append(Item(role: role, figure: figure))
    }

    mutating func date(last date: StatedDate) {
        guard !items.isEmpty else { return }
        items[items.count - 1].date = date
    }

    /// The claims that the movement makes about one subject, or about none.
    func claims(of subject: Subject?, items: [Item], sentence: Int) -> [Claim] {
        let start = items.first { $0.role == .start }
        let end = items.last { $0.role == .end }
        let changes = Self.changes(in: items)
        let change = changes.last
        if let start, end != nil || change != nil {
            let movement = claim(
                .fromTo, subject, [start, end, change].compactMap { $0 }, sentence)
            return [movement] + changes.dropLast().map { claim(.change, subject, [$0], sentence) }
        }
        return (changes + [start, end].compactMap { $0 }).map { item in
            guard item.role != .change else { return claim(.change, subject, [item], sentence) }
            let value = Item(role: .value, figure: item.figure, date: item.date)
            let isReading = indicator != nil && !item.figure.unit.isMoney
            return claim(isReading ? .indicator : .level, subject, [value], sentence)
        }
    }

    /// The changes that say different things: one in each unit.
    static func changes(in items: [Item]) -> [Item] {
        var units: Set<FigureUnit> = []
        return items.filter { $0.role == .change && units.insert($0.figure.unit).inserted }
    }

    private func claim(
        _ kind: Claim.Kind, _ subject: Subject?, _ items: [Item], _ sentence: Int
    ) -> Claim {
        let spans = items.map(\.figure.span)
        let span =
            (spans.map(\.lowerBound).min() ?? 0)..<(spans.map(\.upperBound).max() ?? 0)
        var claim = Claim(kind: kind, span: span, sentence: sentence)
        claim.subject = subject
        claim.indicator = indicator
        claim.direction = direction
        claim.window = window
        claim.isPresent = isPresent
        claim.isFollower = isFollower
        if kind == .level { claim.relation = .at }
        claim.figures = items.map { item in
            let isFall = item.role == .change && direction == .down && item.figure.value > 0
            return Claim.Figure(
                role: item.role, figure: isFall ? item.figure.negated : item.figure, date: item.date
            )
        }
        claim.measure = measure ?? Self.measure(of: subject)
        return claim
    }

    /// What is meant where the text says none: the price of an asset, the capitalization of many.
    static func measure(of subject: Subject?) -> Measure? {
        guard let subject else { return nil }
        switch subject.kind {
        case .asset: return .price
        case .market, .index, .sector: return .marketCap
        case .unknown: return nil
        }
    }
}

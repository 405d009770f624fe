internal import Market

extension ClauseReader {
    mutating func read(_ figures: [StatedFigure], _ span: Range<Int>) {
        // Each figure of a list is governed as the first, unless there are as many as subjects.
        for (place, figure) in figures.enumerated() {
            isLastOfList = place == figures.count - 1
            switch figure.unit {
            case .percent, .percentagePoints, .basisPoints: readHundredths(figure)
            case .plain: readPlain(figure)
            case .coin, .times: other(figure)
            case .dollar, .euro, .pound, .yuan: readMoney(figure)
            }
        }
        if state.governor != .change || figures.count == 1 { state.governor = .none }
    }

    // MARK: Hundredths

    private mutating func readHundredths(_ figure: StatedFigure) {
        if isShare {
            var claim = Claim(kind: .share, span: figure.span, sentence: sentence)
            claim.figures = [Claim.Figure(role: .value, figure: figure)]
            claim.side = side ?? lastSide
            claim.measure = isAboutLiquidations ? .liquidations : state.measure
            claim.subject = state.attached ?? (isAboutLiquidations ? clauseOwner : nil)
            return emit(claim)
        }
        let isLevel = state.measure == .dominance || state.measure == .funding
        // `fell 7% against a 2% dip for Bitcoin`: the noun tells of another movement.
        if state.event.has(.change), isNounBehind { endClause(keepsSubjects: true) }
        switch state.governor {
        case .start: state.event.add(.start, figure)
        case .end: state.event.add(.end, figure)
        case .at where !isLevel && !figure.isSigned && !nounFollows && rank == nil: other(figure)
        case .at, .state, .of, .above, .below, .none, .reach:
            if isLevel { level(figure, relation) } else { changeOrOther(figure) }
        case .change where state.hasMovement || figure.isSigned: change(figure)
        case .change, .share, .extremum: changeOrOther(figure)
        }
    }

    private mutating func changeOrOther(_ figure: StatedFigure) {
        if let side = sideBehind {
            state.direction = side
            state.event.direction = side
            change(figure)
        } else if figure.isSigned || state.hasMovement || nounFollows || rank != nil || isElliptic {
            change(figure)
        } else {
            other(figure)
        }
    }

    /// `Sui gained 5%, Avalanche 4%`: the verb is that of the clause before.
    private var isElliptic: Bool {
        guard state.governor == .none || state.governor == .change, state.direction != nil else {
            return false
        }
        // `Solana un 4 %`, `Solana by 4%`.
        let before = chunks.prefix(place).last {
            $0.term != .by && $0.term != .with && !$0.isFiller
        }
        guard case .subjects? = before?.body else { return false }
        return true
    }

    /// The side of the amount that the share is given with: `$400 million, or 62% of the total`.
    private var lastSide: PositionSide? {
        guard let last = claims.last, last.kind == .total, last.sentence == sentence else {
            return nil
        }
        return last.side
    }

    private mutating func change(_ figure: StatedFigure) {
        if figure.isSigned {
            let direction: Direction = figure.value < 0 ? .down : .up
            state.event.direction = direction
        } else if state.event.direction == nil {
            state.event.direction = state.direction ?? rank
        }
        if state.event.subjects.isEmpty { state.event.subjects = state.subjects }
        state.event.isPresent = state.isPresent
        state.event.add(.change, figure)
    }

    private var isNounBehind: Bool {
        if case .changeNoun? = chunks.dropFirst(place + 1).first?.term { return true }
        return false
    }

    /// Whether a noun or adverb of movement stands right behind.
    private var nounFollows: Bool {
        switch after(place)?.term {
        case .changeNoun?, .changeAdverb?: true
        default: false
        }
    }

    /// The direction of `2% above yesterday's close`; `nil` where it is the distance to an indicator.
    private var sideBehind: Direction? {
        guard let term = chunks.dropFirst(place + 1).first?.term, term == .above || term == .below
        else { return nil }
        let isDistance = chunks.dropFirst(place + 2).prefix(3).contains {
            if case .piece(.indicator) = $0.body { return true }
            return false
        }
        return isDistance ? nil : term == .above ? .up : .down
    }

    /// What is measured, where it stands behind the figure: `its $2 billion market cap`.
    private var measureBehind: Measure? {
        let next = chunks.dropFirst(place + 1).first?.term
        let term = next == .of ? after(place + 1)?.term : next
        switch term {
        case .measure(let measure)?: return measure
        case .totalCap?: return .marketCap
        default: return nil
        }
    }

    /// `31% of the longs`, `accounted for 31%`.
    private var isShare: Bool {
        if state.governor == .share { return true }
        if case .share? = after(place)?.term { return true }
        guard case .of? = term(place + 1) else { return false }
        switch after(place + 1)?.term {
        case .side?, .positions?, .measure(.liquidations)?, .total?: return true
        default: return false
        }
    }

    // MARK: Plain numbers

    private mutating func readPlain(_ figure: StatedFigure) {
        guard state.indicator != nil, figure.value < 1e6 else { return }
        state.event.indicator = state.indicator
        switch state.governor {
        case .start: state.event.add(.start, figure)
        case .change where state.hasMovement && before(place)?.term == .by:
            state.event.add(.change, figure)
        default: state.event.add(.end, figure)
        }
    }

    // MARK: Money

    private mutating func readMoney(_ figure: StatedFigure) {
        if case .extremum(let direction) = state.governor {
            return extremum(figure, direction)
        }
        if isAboutLiquidations, !isMovementOfLiquidations { return total(figure) }
        if state.status != nil || isNamedLevel { return levelStatus(figure) }
        if let indicator = state.indicator { return reading(of: indicator, figure) }
        if let measure = measureBehind, state.governor != .start, state.governor != .end {
            state.measure = measure
            return measure == .flows ? total(figure) : level(figure, .at)
        }
        switch state.governor {
        case .start: state.event.add(.start, figure)
        case .end: end(figure)
        case .none where state.event.has(.start) && !state.event.has(.end): end(figure)
        case .change where state.hasMovement: change(figure)
        case .at, .state, .reach, .above, .below: levelOrEvent(figure)
        case .of where (state.measure != nil && state.measure != .flows) || state.isForecast:
            levelOrEvent(figure)
        case .none where isMeasureBefore: levelOrEvent(figure)
        default:
            if state.measure == .flows { total(figure) } else { other(figure) }
        }
    }

    private mutating func end(_ figure: StatedFigure) {
        if state.hasMovement || state.event.has(.start) || state.isForecast {
            state.event.isPresent = state.isPresent
            state.event.add(.end, figure)
        } else {
            level(figure, .at)
        }
    }

    /// `Total cap $3.5T`, `总市值约3.4万亿美元`.
    private var isMeasureBefore: Bool {
        switch before(place)?.term {
        case .measure(let measure)?: measure != .flows && measure != .liquidations
        case .totalCap?: true
        default: false
        }
    }

    /// A level; it stays with the movement where the movement leads to it: `fell 5% and is at $3`.
    private mutating func levelOrEvent(_ figure: StatedFigure) {
        guard !subjects.isEmpty,
            state.isExplicit || state.measure != nil || state.hasMovement
                || !state.subjects.isEmpty || state.isForecast
        else { return other(figure) }
        level(figure, relation)
    }

    private var relation: Claim.Relation {
        switch state.governor {
        case .above: .above
        case .below: .below
        default: .at
        }
    }

    mutating func level(_ figure: StatedFigure, _ relation: Claim.Relation) {
        for subject in subjects.isEmpty ? [nil] : subjects.map(Optional.some) {
            var claim = Claim(kind: .level, span: figure.span, sentence: sentence)
            claim.subject = subject
            claim.relation = relation
            claim.measure =
                state.measure ?? ClauseEvent.measure(of: subject)
                ?? (subject == nil ? .marketCap : nil)
            claim.isPresent = state.isPresent
            claim.direction = relation == .at ? nil : state.direction
            claim.figures = [Claim.Figure(role: .value, figure: figure)]
            emit(claim)
        }
    }

    private mutating func extremum(_ figure: StatedFigure, _ direction: Direction) {
        let isForecast = state.isForecast
        state.isForecast = false
        level(figure, direction == .up ? .high : .low)
        state.isForecast = isForecast
    }

    /// Whether `mark`, `support` or `resistance` says that the figure is a level.
    private var isNamedLevel: Bool {
        if state.isSupport != nil { return true }
        for chunk in chunks.dropFirst(place + 1).prefix(3) {
            switch chunk.term {
            case .support?, .resistance?: return true
            case .level?, .article?, nil:
                guard chunk.isFiller || chunk.term == .level else { return false }
            default: return false
            }
        }
        return false
    }

    /// `失守10万美元支撑位`.
    private var isSupportBehind: Bool {
        chunks.dropFirst(place + 1).prefix(2).contains { $0.term == .support }
    }

    private mutating func levelStatus(_ figure: StatedFigure) {
        if state.status == nil, state.hasMovement, state.governor == .below { state.status = .lost }
        if state.status == nil, state.hasMovement, state.governor == .above {
            state.status = .broken
        }
        if state.status == nil, state.governor == .below, isSupportBehind { state.status = .lost }
        emitLevelStatus(figure, figure.span)
    }

    private mutating func reading(of indicator: IndicatorReference, _ figure: StatedFigure) {
        var claim = Claim(
            kind: .indicator, span: indicator.span.lowerBound..<figure.span.upperBound,
            sentence: sentence)
        claim.indicator = indicator
        claim.measure = .indicator
        claim.figures = [Claim.Figure(role: .value, figure: figure)]
        emit(claim)
        state.indicator = nil
    }

    // MARK: Totals

    private var isMovementOfLiquidations: Bool {
        switch state.governor {
        case .start, .end, .above, .below:
            state.measure != .liquidations && state.measure != nil
                || (state.isExplicit && state.measure == nil && state.hasMovement)
        case .change:
            state.hasMovement && state.measure != .liquidations && state.isExplicit && side == nil
                && before(place)?.term != .positions
                && !chunks.prefix(place).contains { $0.term == .positions }
        default: state.measure == .price
        }
    }

    /// The side that is named before the figure with no joint between, else the one behind it.
    var side: PositionSide? {
        side(in: chunks.prefix(place).suffix(Self.reach).reversed())
            ?? (isLastOfList
                ? side(in: Array(chunks.dropFirst(place + 1).prefix(Self.reach))) : nil)
            ?? sideOfClause
    }

    /// The side that the clause began with, before any figure: `Longs took the pain, with $560 million lost`.
    private var sideOfClause: PositionSide? {
        for chunk in chunks.prefix(place).suffix(2 * Self.reach).reversed() {
            switch chunk.body {
            case .figures, .piece(.semicolon), .piece(.term(.clauseBreak)): return nil
            case .piece(.term(.side(let side))): return side
            case .piece, .subjects: continue
            }
        }
        return nil
    }

    private func side(in chunks: [Chunk]) -> PositionSide? {
        for chunk in chunks {
            switch chunk.body {
            case .figures, .piece(.comma), .piece(.term(.and)), .piece(.semicolon),
                .piece(.term(.clauseBreak)), .piece(.dash):
                return nil
            case .piece(.term(.side(let side))): return side
            case .piece, .subjects: continue
            }
        }
        return nil
    }

    /// The asset named behind the figure and before the next, else what the clause is about.
    private var owner: Subject? {
        for chunk in chunks.dropFirst(place + 1).prefix(Self.reach) {
            switch chunk.body {
            case .figures, .piece(.semicolon): return clauseOwner
            case .piece(.comma), .piece(.term(.and)): return clauseOwner
            case .subjects(let subjects): return subjects.first
            case .piece: continue
            }
        }
        return clauseOwner
    }

    private var clauseOwner: Subject {
        if let owner = state.attached ?? state.subjects.first { return owner }
        return Subject(kind: .market, id: market, span: chunks[place].span, resolution: .implied)
    }

    private mutating func total(_ figure: StatedFigure) {
        // What one of them lost is no total.
        guard !chunks.prefix(place).suffix(2 * Self.reach).contains(where: { $0.term == .single })
        else {
            return other(figure)
        }
        var claim = Claim(kind: .total, span: figure.span, sentence: sentence)
        claim.measure = isAboutLiquidations ? .liquidations : .flows
        claim.side = isAboutLiquidations ? side : nil
        claim.subject = owner
        claim.figures = [Claim.Figure(role: .value, figure: figure)]
        emit(claim)
    }

    /// A number that the grammar has no place for.
    mutating func other(_ figure: StatedFigure) {
        var claim = Claim(kind: .figure, span: figure.span, sentence: sentence)
        claim.figures = [Claim.Figure(role: .value, figure: figure)]
        emit(claim)
    }
}

extension ClauseReader {
    mutating func read(_ term: Term, _ span: Range<Int>) {
        switch term {
        case .changeVerb, .changeTo, .changeNoun, .changeAdverb, .moveNoun: readMovement(term, span)
        case .from, .to, .by, .of, .at, .above, .below, .reach, .state, .extremum, .share:
            readGovernor(term)
        case .support, .resistance, .loses, .breaks, .holds, .rejects, .level: readLevel(term, span)
        case .measure(let measure): read(measure, span)
        case .totalCap: readTotalCap(span)
        case .rank(let direction): readRank(direction, span)
        case .pronoun, .tokenPronoun, .indexPronoun, .sectorPronoun: readPronoun(term, span)
        case .followedBy:
            endClause(keepsSubjects: false)
            state.isFollower = true
        case .follows:
            guard state.isExplicit, let direction = discourse.direction else { return }
            state.direction = state.direction ?? direction
            state.hasMovement = true
            state.governor = .change
        case .clauseBreak:
            let isForecast = state.isForecast
            endClause(keepsSubjects: true)
            state.isForecast = isForecast && state.isForecast
            state.isFollower = false
        case .which: readRelative()
        case .forecast, .conditional: readForecast()
        case .negation: state.isDenied = true
        default: break
        }
    }

    /// `outpacing Bitcoin, which added 2%`: what follows is told of the name before.
    private mutating func readRelative() {
        let before = chunks.prefix(place).last { $0.body != .piece(.comma) }
        guard case .subjects(let subjects)? = before?.body, let first = state.subjects.first,
            !subjects.contains(where: { $0.isSame(as: first) }), !isAboutLiquidations
        else { return }
        if !state.event.isEmpty { endClause(keepsSubjects: false) }
        state.subjects = subjects
        state.isExplicit = true
    }

    private mutating func readPronoun(_ term: Term, _ span: Range<Int>) {
        if isAboutLiquidations, before(place)?.term == .of { return }
        guard !state.isExplicit || term != .pronoun,
            let subject = discourse.referent(of: term, at: span)
        else { return }
        if !state.event.isEmpty { endClause(keepsSubjects: false) }
        state.subjects = [subject]
    }

    /// `losing $2,500 would …` speaks of a level and not of an amount.
    private mutating func readForecast() {
        // `ended at $84, up 1%, and could reach $90`: what came before the joint is no forecast.
        if !state.event.isEmpty, !isFigureJustBefore { endClause(keepsSubjects: true) }
        state.isForecast = true
        guard let figure = state.event.onlyMoney else { return }
        let event = state.event
        state.event = ClauseEvent()
        state.governor = .at
        level(figure, .at)
        state.event.direction = event.direction
    }

    /// `de 45 a 58`.
    private var opensRange: Bool {
        guard case .figures? = chunks.dropFirst(place + 1).first?.body else { return false }
        guard term(place + 2) != .to else { return true }
        guard term(place + 2) == .article, case .figures? = chunks.dropFirst(place + 3).first?.body
        else { return false }
        return true
    }

    // MARK: Movement

    private mutating func readMovement(_ term: Term, _ span: Range<Int>) {
        switch term {
        case .changeVerb(.down) where losesLevel:
            flushForVerb()
            state.status = .lost
            state.levelSpan = span
        case .changeVerb(let direction):
            if !tellsEnds(direction) { flushForVerb() }
            note(direction, span)
            move(direction)
        case .changeTo(let direction):
            if state.event.has(.end) { flushForVerb() }
            move(direction)
            state.governor = .end
        case .changeAdverb(let direction):
            if isFigureJustBefore, turnLast(direction) { return }
            if state.event.has(.change) { flushForVerb() }
            move(direction)
        case .changeNoun(let direction):
            if isFigureJustBefore, turnLast(direction) { return }
            move(direction)
        default: state.governor = .change
        }
    }

    private mutating func move(_ direction: Direction) {
        if state.status != nil, state.isSupport != nil { flush() }
        state.direction = direction
        discourse.direction = direction
        if state.event.isEmpty || state.event.direction == nil { state.event.direction = direction }
        state.hasMovement = true
        state.governor = .change
    }

    private mutating func note(_ direction: Direction, _ span: Range<Int>) {
        guard movement == nil, state.isExplicit, !state.isForecast, !state.isDenied,
            let subject = state.subjects.first
        else { return }
        movement = (subject, direction, subject.span.lowerBound..<span.upperBound)
    }

    /// A verb behind figures begins another movement of the same subject.
    private mutating func flushForVerb() {
        if !state.event.isEmpty { endClause(keepsSubjects: true) }
    }

    /// `lost 21% of its value, sliding from $6 to $5`: the verb gives the ends of the movement before it.
    private func tellsEnds(_ direction: Direction) -> Bool {
        guard !state.event.isEmpty, state.event.direction == direction,
            !state.event.has(.start), !state.event.has(.end), state.event.items.count == 1,
            !chunks.prefix(place).suffix(2).contains(where: { $0.term == .and }),
            after(place)?.term == .from || after(place)?.term == .of
        else { return false }
        return chunks.dropFirst(place + 1).prefix(4).contains {
            if case .figures(let figures) = $0.body {
                return figures.count == 1 && figures[0].unit.isMoney
            }
            return false
        }
    }

    /// `lost the support at $2`, `lost the $2 support`.
    private var losesLevel: Bool {
        if case .figures? = after(place)?.body,
            chunks.dropFirst(place + 1).prefix(4).contains(where: { $0.term == .support })
        {
            return true
        }
        return comes(place) {
            switch $0 {
            case .support: true
            default: false
            }
        } && !comes(place) { $0 == .from || $0 == .by || $0 == .to || $0 == .below }
    }

    private var isFigureJustBefore: Bool {
        if case .figures? = before(place)?.body { return true }
        return false
    }

    /// Gives a direction to a figure that stands before its noun: `a 5% drop`, `5% lower`.
    private mutating func turnLast(_ direction: Direction) -> Bool {
        if state.event.has(.change) {
            state.direction = direction
            state.event.direction = direction
            state.hasMovement = true
            return true
        }
        guard let last = claims.indices.last, claims[last].kind == .figure,
            let figure = claims[last].figures.first?.figure
        else { return false }
        claims.removeLast()
        state.event.add(.change, figure)
        state.direction = direction
        state.event.direction = direction
        state.hasMovement = true
        return true
    }

    // MARK: Prepositions

    private mutating func readGovernor(_ term: Term) {
        switch term {
        case .from: state.governor = .start
        case .to where isInfinitive: break
        case .to: state.governor = .end
        case .by: state.governor = .change
        case .of where opensRange: state.governor = .start
        case .of: if state.governor == .none { state.governor = .of }
        case .at: if !isOpen { state.governor = .at }
        case .above, .below:
            // `RSI 39, below $3`: what stands below is not the reading.
            if state.event.indicator != nil { endClause(keepsSubjects: true) }
            state.governor = term == .above ? .above : .below
        case .reach: state.governor = .reach
        case .share: state.governor = .share
        case .extremum(let direction): state.governor = .extremum(direction)
        case .state:
            if !state.event.isEmpty { endClause(keepsSubjects: true) }
            state.governor = .state
            state.isPresent = true
        default: break
        }
    }

    /// Whether a preposition waits for its figure: `from the region at 57`.
    private var isOpen: Bool {
        switch state.governor {
        case .start, .end, .extremum: true
        default: false
        }
    }

    /// `said to have cost $6 million`: two words that are no figure follow.
    private var isInfinitive: Bool {
        let behind = chunks.dropFirst(place + 1).prefix(2)
        return behind.count == 2 && behind.allSatisfy { $0.body == .piece(.word) }
    }

    // MARK: Measures

    private mutating func read(_ measure: Measure, _ span: Range<Int>) {
        let isOther = state.measure.map { $0 != measure } ?? !state.event.isEmpty
        if !state.event.isEmpty, isOther, !isFigureJustBefore, measure != .liquidations {
            if case .of? = before(place)?.term {} else { endClause(keepsSubjects: true) }
        }
        state.measure = measure
        if state.event.isEmpty { state.event.measure = measure }
    }

    /// `the total market capitalization`, of the whole market unless something else is named.
    private mutating func readTotalCap(_ span: Range<Int>) {
        read(.marketCap, span)
        guard state.subjects.last?.kind != .market, state.subjects.isEmpty || isNewClause else {
            return
        }
        if !state.event.isEmpty { endClause(keepsSubjects: false) }
        let subject = Subject(kind: .market, id: market, span: span, resolution: .named)
        discourse.note([subject])
        state.subjects = [subject]
    }

    /// Whether a comma or a joint parts the place from what the clause was about.
    private var isNewClause: Bool {
        switch before(place).flatMap(Self.piece) {
        case .comma?, .term(.with)?, .term(.and)?: true
        default: false
        }
    }

    // MARK: Levels

    private mutating func readLevel(_ term: Term, _ span: Range<Int>) {
        switch term {
        case .support, .resistance:
            // `RSI is at 36, and support lies at $3`: the reading is told.
            if state.event.indicator != nil { endClause(keepsSubjects: true) }
            state.isSupport = term == .support
            if figureClaim(isLevel: span) { return }
        case .loses: status(.lost, span)
        case .breaks: status(.broken, span)
        case .holds: status(.held, span)
        case .rejects: status(.rejected, span)
        default: return
        }
        state.levelSpan = state.levelSpan.map { $0.lowerBound..<span.upperBound } ?? span
    }

    private mutating func status(_ status: Claim.LevelStatus, _ span: Range<Int>) {
        // `the 200-day SMA at $3,020 has held`: the reading was taken for a claim of its own.
        if isFigureJustBefore, let last = claims.last, last.kind == .indicator,
            let figure = last.figures.first?.figure
        {
            claims.removeLast()
            state.status = status
            state.indicator = last.indicator
            state.levelSpan = last.span
            return emitLevelStatus(figure, span)
        }
        if !state.event.isEmpty { endClause(keepsSubjects: true) }
        state.status = status
        state.levelSpan = span
        state.governor = .none
    }

    /// `the $3.20 trillion support`: the figure before the noun was read as a level already.
    private mutating func figureClaim(isLevel span: Range<Int>) -> Bool {
        guard isFigureJustBefore || before(place)?.term == .level else { return false }
        if let last = claims.indices.last, claims[last].kind == .levelStatus {
            claims[last].isSupport = state.isSupport
            state.isSupport = nil
            return true
        }
        return false
    }

    // MARK: Orders

    private mutating func readRank(_ direction: Direction, _ span: Range<Int>) {
        if !state.event.isEmpty { endClause(keepsSubjects: true) }
        rank = direction
        discourse.direction = direction
        state.direction = direction
        state.hasMovement = true
        var claim = Claim(kind: .rank, span: span, sentence: sentence)
        claim.direction = direction
        guard let ranked else { return }
        claim.subject = ranked
        claim.isScoped = chunks.contains { $0.term == .scope }
        if let subject = claim.subject, !state.isExplicit { state.subjects = [subject] }
        emit(claim)
    }

    /// Who is ranked: the subject of the clause, or an asset that follows: `the top loser was Render`.
    private var ranked: Subject? {
        if state.isExplicit, let first = state.subjects.first, first.kind == .asset { return first }
        for chunk in chunks.dropFirst(place + 1).prefix(Self.reach) {
            if case .figures = chunk.body { break }
            if case .subjects(let subjects) = chunk.body, let first = subjects.first,
                first.kind == .asset
            {
                return first
            }
        }
        return state.subjects.first
    }

    mutating func compare(with others: [Subject], _ term: Term?) {
        guard let subject = subjects.first, let other = others.first, !subject.isSame(as: other)
        else { return }
        let start = before(place)?.span.lowerBound ?? chunks[place].span.lowerBound
        var claim = Claim(
            kind: .comparison, span: start..<chunks[place].span.upperBound, sentence: sentence)
        claim.subject = subject
        claim.other = other
        claim.direction =
            term == .outperforms ? .up : term == .underperforms ? .down : state.direction
        emit(claim)
    }
}

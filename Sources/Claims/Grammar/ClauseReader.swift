internal import Market

/// Reads the claims out of one sentence, phrase by phrase, from left to right.
///
/// The grammar is one of clauses: a subject, what is measured of it, a movement or a state, and figures,
/// each governed by the preposition, verb or noun before it or the noun behind it. What it does not know it
/// passes over. At each phrase it looks at a fixed number of phrases around it.
struct ClauseReader {
    /// How many phrases are looked at on either side.
    static let reach = 7

    let chunks: [Chunk]
    let sentence: Int
    /// Whether positions closed by force are spoken of anywhere in the sentence.
    let isAboutLiquidations: Bool
    /// The id of the whole market.
    let market: String
    var discourse: Discourse
    var state = ClauseState()
    var claims: [Claim] = []
    var window: Window?
    var rank: Direction?
    /// The first movement of a named thing, for a sentence that gives no figure.
    var movement: (subject: Subject, direction: Direction, span: Range<Int>)?
    var place = 0
    /// Whether the figure that is read is the last of its list: what stands behind a list belongs to that one.
    var isLastOfList = true

    init(_ chunks: [Chunk], sentence: Int, discourse: Discourse, market: String) {
        self.market = market
        self.chunks = chunks
        self.sentence = sentence
        self.discourse = discourse
        let isNamed = chunks.contains { $0.term == .measure(.liquidations) }
        let hasSide = chunks.contains { $0.term == .side(.long) || $0.term == .side(.short) }
        let hasShare = chunks.contains { $0.term == .share }
        isAboutLiquidations =
            isNamed || (hasSide && Self.sidesLose(chunks)) || Self.positionsGo(chunks)
            || ((hasSide || hasShare || Self.tradersLose(chunks))
                && discourse.wasAboutLiquidations)
        self.discourse.wasAboutLiquidations = isAboutLiquidations
        while place < chunks.count {
            read(chunks[place])
            place += 1
        }
        flush()
        emitBareMovement()
        for claim in claims.indices where claims[claim].window == nil {
            claims[claim].window = window
        }
    }

    /// `short sellers lost $5 million`, `$5 million in long positions`.
    private static func sidesLose(_ chunks: [Chunk]) -> Bool {
        let hasMoney = chunks.contains {
            if case .figures(let figures) = $0.body { return figures.contains { $0.unit.isMoney } }
            return false
        }
        guard hasMoney else { return false }
        return chunks.indices.contains { place in
            guard case .side? = chunks[place].term else { return false }
            return chunks[(place + 1)...].prefix(2).contains {
                $0.term == .positions || $0.term == .changeVerb(.down)
            }
        }
    }

    /// `erased $230 million in leveraged positions`.
    private static func positionsGo(_ chunks: [Chunk]) -> Bool {
        chunks.indices.contains { place in
            guard case .figures(let figures) = chunks[place].body,
                figures.allSatisfy(\.unit.isMoney),
                chunks.prefix(place).suffix(4).contains(where: { $0.term == .changeVerb(.down) })
            else { return false }
            let behind = chunks.dropFirst(place + 1).prefix(4)
            return behind.first?.term == .of && behind.contains { $0.term == .positions }
        }
    }

    /// `Bitcoin traders lost $5 million`.
    private static func tradersLose(_ chunks: [Chunk]) -> Bool {
        zip(chunks, chunks.dropFirst()).contains {
            $0.term == .positions && $1.term == .changeVerb(.down)
        }
    }

    // MARK: Looking around

    func term(_ place: Int) -> Term? { chunks.indices.contains(place) ? chunks[place].term : nil }

    /// The phrase before a place that the grammar reads, passing over at most two that it does not.
    func before(_ place: Int) -> Chunk? {
        var steps = 0
        var at = place - 1
        while at >= 0, chunks[at].isFiller, steps < 2 {
            at -= 1
            steps += 1
        }
        return at >= 0 ? chunks[at] : nil
    }

    /// The phrase behind a place that the grammar reads, passing over at most two that it does not.
    func after(_ place: Int) -> Chunk? {
        var steps = 0
        var at = place + 1
        while at < chunks.count, chunks[at].isFiller, steps < 2 {
            at += 1
            steps += 1
        }
        return at < chunks.count ? chunks[at] : nil
    }

    /// Whether a term comes within reach behind a place and before any figure or joint.
    func comes(_ place: Int, _ isWanted: (Term) -> Bool) -> Bool {
        for chunk in chunks.dropFirst(place + 1).prefix(Self.reach) {
            switch chunk.body {
            case .figures, .piece(.semicolon), .piece(.term(.clauseBreak)): return false
            case .piece(.term(let term)): if isWanted(term) { return true }
            case .piece, .subjects: continue
            }
        }
        return false
    }

    // MARK: Reading

    private mutating func read(_ chunk: Chunk) {
        switch chunk.body {
        case .subjects(let subjects): read(subjects)
        case .figures(let figures): read(figures, chunk.span)
        case .piece(.term(let term)): read(term, chunk.span)
        case .piece(.indicator(let indicator)): read(indicator)
        case .piece(.window(let window)): read(window)
        case .piece(.date(let date)): read(date)
        case .piece(.name(let name, let opens)): read(name, chunk.span, opensSentence: opens)
        case .piece(.semicolon): endClause(keepsSubjects: false)
        case .piece(.dash) where state.measure != nil && state.governor == .none:
            state.governor = .state
        case .piece: break
        }
    }

    private mutating func read(_ subjects: [Subject]) {
        discourse.note(subjects)
        let before = before(place)?.term
        switch before {
        case .outperforms?, .underperforms?, .than?: return compare(with: subjects, before)
        case .side?: return state.attached = subjects.first
        case .of?, .and?, .with?:
            if isAboutLiquidations, !state.event.isEmpty || state.isExplicit {
                state.attached = subjects.first
                return
            }
            guard before == .of else { break }
            if !state.event.isEmpty {
                if !state.isExplicit || comesFromNoun { state.subjects = subjects }
                state.event.subjects = state.subjects
                return
            }
        default: break
        }
        if !state.event.isEmpty { endClause(keepsSubjects: false) }
        state.subjects = subjects
        state.isExplicit = true
    }

    /// Whether the last movement was told by a noun: `a drop of 5% in Bitcoin`.
    private var comesFromNoun: Bool {
        for at in stride(from: place - 1, through: max(0, place - Self.reach), by: -1) {
            if case .changeNoun? = term(at) { return true }
            if case .changeVerb? = term(at) { return false }
        }
        return false
    }

    private mutating func read(_ indicator: IndicatorReference) {
        if attach(indicator) { return }
        if !state.event.isEmpty { endClause(keepsSubjects: true) }
        state.indicator = indicator
        state.levelSpan = indicator.span
        switch state.governor {
        case .above, .below: relate(to: indicator)
        default: break
        }
    }

    /// `to $3.1 trillion, marked by the 100-day SMA`: the indicator stands where the figure says.
    private mutating func attach(_ indicator: IndicatorReference) -> Bool {
        var isJoined = false
        for at in stride(from: place - 1, through: max(0, place - 6), by: -1) {
            switch chunks[at].body {
            case .figures(let figures):
                guard isJoined, let figure = figures.last, figure.unit.isMoney else { return false }
                flush()
                var claim = Claim(
                    kind: .indicator, span: figure.span.lowerBound..<indicator.span.upperBound,
                    sentence: sentence)
                claim.indicator = indicator
                claim.measure = .indicator
                claim.figures = [Claim.Figure(role: .value, figure: figure)]
                let isForecast = state.isForecast
                state.isForecast = false
                emit(claim)
                state.isForecast = isForecast
                return true
            case .piece(.term(.by)), .piece(.term(.at)), .piece(.term(.state)): isJoined = true
            case .piece(.word), .piece(.name), .piece(.term(.article)), .piece(.comma),
                .piece(.term(.which)):
                continue
            case .piece, .subjects: return false
            }
        }
        return false
    }

    /// `below its 50-day SMA`, where no figure follows.
    private mutating func relate(to indicator: IndicatorReference) {
        if case .figures? = after(place)?.body { return }
        if case .term(.at)? = after(place).flatMap(Self.piece), figureFollows(place, within: 4) {
            return
        }
        guard state.status == nil else { return }
        var claim = Claim(kind: .level, span: indicator.span, sentence: sentence)
        claim.relation = state.governor == .above ? .above : .below
        claim.indicator = indicator
        claim.measure = state.measure
        emit(claim)
        state.indicator = nil
        state.governor = .none
    }

    static func piece(_ chunk: Chunk) -> Lexeme.Piece? {
        if case .piece(let piece) = chunk.body { return piece }
        return nil
    }

    func figureFollows(_ place: Int, within reach: Int) -> Bool {
        chunks.dropFirst(place + 1).prefix(reach).contains {
            if case .figures = $0.body { return true }
            return false
        }
    }

    private mutating func read(_ found: Window) {
        if before(place)?.term == .since { return }
        if window == nil { window = found }
        state.event.window = state.event.window ?? found
    }

    private mutating func read(_ date: StatedDate) {
        if before(place)?.term == .since {
            let since = Window(kind: .since(date), span: date.span)
            state.since = since
            state.event.window = since
            if window == nil { window = since }
            return
        }
        if let verb = eventVerb {
            // What happened to what: up to six phrases before the verb.
            let start = chunks[max(0, verb - 6)].span.lowerBound
            var claim = Claim(
                kind: .event, span: start..<date.span.upperBound, sentence: sentence)
            claim.window = Window(kind: .on(date), span: date.span)
            claim.content = start..<chunks[verb].span.upperBound
            emit(claim)
            return
        }
        let on = Window(kind: .on(date), span: date.span)
        if isFigureBefore, !state.event.isEmpty {
            state.event.date(last: date)
            // Where a movement began is not when it happened.
            if state.event.items.last?.role == .start { return }
        } else if isFigureBefore, let last = claims.indices.last,
            let figure = claims[last].figures.popLast()
        {
            claims[last].figures.append(
                Claim.Figure(role: figure.role, figure: figure.figure, date: date))
            claims[last].window = claims[last].window ?? on
            return
        }
        // `today, Jan. 27`: the date says which day.
        if case .day? = window?.kind { window = on }
        if case .day? = state.event.window?.kind { state.event.window = on }
        if window == nil { window = on }
    }

    /// `Crypto sank into Jan. 27`: no figure, and yet something that can be looked up.
    private mutating func emitBareMovement() {
        guard claims.isEmpty, let movement, case .on(let date)? = window?.kind, date.month != nil
        else { return }
        let start = min(movement.span.lowerBound, date.span.lowerBound)
        let end = max(movement.span.upperBound, date.span.upperBound)
        var claim = Claim(kind: .event, span: start..<end, sentence: sentence)
        claim.subject = movement.subject
        claim.direction = movement.direction
        claim.window = window
        claim.content = movement.span
        emit(claim)
    }

    /// Whether the last thing before, but for joints, is a figure.
    private var isFigureBefore: Bool {
        for at in stride(from: place - 1, through: max(0, place - 4), by: -1) {
            switch chunks[at].body {
            case .figures: return true
            case .piece(.comma), .subjects: return false
            case .piece: continue
            }
        }
        return false
    }

    private var eventVerb: Int? {
        for at in stride(from: place - 1, through: max(0, place - 4), by: -1) {
            if case .figures = chunks[at].body { return nil }
            if case .eventVerb? = term(at) { return at }
        }
        return nil
    }

    // MARK: Clauses

    mutating func endClause(keepsSubjects: Bool) {
        flush()
        state = state.next(keepsSubjects: keepsSubjects)
    }

    /// The subjects of the clause, or what was spoken of last.
    var subjects: [Subject] {
        if !state.subjects.isEmpty { return state.subjects }
        return discourse.topic.map { [$0.resolved(.implied)] } ?? []
    }

    /// Ends what the clause has told of a movement or a level.
    mutating func flush() {
        flushEvent()
        flushLevel()
    }

    private mutating func flushEvent() {
        var event = state.event
        state.event = ClauseEvent()
        guard !event.isEmpty else { return }
        event.measure = event.measure ?? state.measure
        event.indicator = event.indicator ?? state.indicator
        event.direction = event.direction ?? state.direction
        if event.indicator != nil, !event.items.contains(where: { $0.figure.unit.isMoney }) {
            event.measure = .indicator
        }
        let subjects = subjects
        let count = event.items.count
        if count > 1, count != subjects.count { keepRest(of: event) }
        if subjects.count > 1, count == subjects.count, Set(event.items.map(\.role)).count == 1 {
            for (subject, item) in zip(subjects, event.items) {
                add(event.claims(of: subject, items: [item], sentence: sentence))
            }
        } else if subjects.isEmpty {
            add(event.claims(of: nil, items: event.items, sentence: sentence))
        } else {
            for subject in subjects {
                add(event.claims(of: subject, items: event.items, sentence: sentence))
            }
        }
    }

    /// Figures of a list that nothing in the clause answers to.
    private mutating func keepRest(of event: ClauseEvent) {
        let told = ClauseEvent.changes(in: event.items).map(\.figure)
        for item in event.items where item.role == .change && !told.contains(item.figure) {
            other(item.figure)
        }
    }

    private mutating func flushLevel() {
        guard state.isSupport != nil || (state.status != nil && state.indicator != nil),
            let span = state.levelSpan
        else { return }
        guard state.status != nil || state.since != nil else { return }
        emitLevelStatus(nil, span)
    }

    mutating func add(_ found: [Claim]) {
        for claim in found { emit(claim) }
    }

    /// Adds a claim with what the clause knows and the claim does not say.
    mutating func emit(_ claim: Claim) {
        var claim = claim
        if claim.subject == nil, claim.kind != .figure { claim.subject = subjects.first }
        if claim.subject?.resolution != .named, claim.indicator?.name == .fearAndGreed {
            claim.subject = Subject(
                kind: .market, id: market, span: claim.span, resolution: .implied)
        }
        if claim.modality == .stated {
            claim.modality = state.isForecast ? .forecast : state.isDenied ? .denied : .stated
        }
        claim.isFollower = state.isFollower
        // Many have no price: what is called so is what they are worth together.
        if claim.measure == .price, let kind = claim.subject?.kind, kind != .asset {
            claim.measure = kind == .market || kind == .sector ? .marketCap : nil
        }
        claims.append(claim)
    }

    mutating func emitLevelStatus(_ figure: StatedFigure?, _ span: Range<Int>) {
        let start = min(state.levelSpan?.lowerBound ?? span.lowerBound, span.lowerBound)
        let end = max(state.levelSpan?.upperBound ?? span.upperBound, span.upperBound)
        var claim = Claim(kind: .levelStatus, span: start..<end, sentence: sentence)
        claim.status = state.status ?? (state.since != nil ? .held : .named)
        claim.isSupport = state.isSupport
        claim.indicator = state.indicator
        claim.measure = state.measure ?? (subjects.first?.kind == .asset ? .price : .marketCap)
        claim.window = state.since
        if let figure { claim.figures = [Claim.Figure(role: .value, figure: figure)] }
        emit(claim)
        state.status = nil
        state.isSupport = nil
        state.levelSpan = nil
        state.indicator = nil
        state.since = nil
    }
}

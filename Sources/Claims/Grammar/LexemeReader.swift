/// Gives tokens their meaning, from left to right, the longest phrase first.
///
/// - Complexity: linear; at each token a number of tokens is looked at that does not depend on the text.
struct LexemeReader {
    /// The pieces, in order.
    private(set) var lexemes: [Lexeme] = []
    /// Words that look like names of the vocabulary.
    private(set) var lookalikes: [Lookalike] = []
    /// Numbers that cannot be read.
    private(set) var unreadable: [Range<Int>] = []
    /// Tokens that were taken, the measure of work.
    private(set) var steps = 0

    private let cursor: TokenCursor
    private let dates: DateReader
    private let figures: FigureReader
    private let sentences: SentenceEnds
    private let names: NameReader
    private let vocabulary: Vocabulary
    private var place = 0

    init(_ text: ArticleText, _ vocabulary: Vocabulary) {
        let lexer = Lexer(text.scalars)
        cursor = TokenCursor(lexer, vocabulary.index, text.scalars)
        names = NameReader(cursor: cursor)
        dates = DateReader(cursor: cursor)
        figures = FigureReader(cursor: cursor)
        sentences = SentenceEnds(tokens: lexer.tokens)
        self.vocabulary = vocabulary
        while place < lexer.tokens.count {
            steps += 1
            take()
        }
        append(.sentenceEnd, place, place)
    }

    private mutating func append(_ piece: Lexeme.Piece, _ start: Int, _ end: Int) {
        let count = cursor.tokens.count
        let span =
            start < count
            ? cursor.span(start, end)
            : (cursor.tokens.last?.range.upperBound ?? 0)..<(cursor.tokens.last?.range.upperBound
                ?? 0)
        lexemes.append(Lexeme(piece: piece, span: span))
        place = max(end, place)
    }

    private mutating func take() {
        let start = place
        let token = cursor.tokens[start]
        if takeIndicator(start) { return }
        if let (window, end) = dates.window(start) { return append(.window(window), start, end) }
        if let (date, end) = dates.date(start) { return append(.date(date), start, end) }
        if token.text == "usd" || token.text == "us", let reading = figures.figure(start) {
            return take(reading)
        }
        if takeUnknown(start, token) { return }
        if takePhrase(start, token) { return }
        if let reading = figures.figure(start) { return take(reading) }
        switch token.kind {
        case .lineEnd, .blockEnd: takeBreak(start, token)
        case .symbol: takeSymbol(start, token)
        case .number:
            if cursor.literal(start).map({ $0.value(decimalMark: ".") == nil }) ?? false {
                unreadable.append(token.range)
            }
            append(.unreadable, start, start + 1)
        case .word, .han: takeWord(start, token)
        }
    }

    private mutating func takeWord(_ start: Int, _ token: Token) {
        if note(token) {
            let range = token.range
            let written = Subject(
                kind: .unknown, id: cursor.written(start, start + 1), span: range,
                resolution: .named)
            return append(.subject(written), start, start + 1)
        }
        guard let end = names.end(start) else { return append(.word, start, start + 1) }
        let opens = lexemes.last.map { $0.piece == .sentenceEnd || $0.piece == .quote } ?? true
        append(.name(cursor.written(start, end), opensSentence: opens), start, end)
    }

    /// An asset with its ticker, or a ticker with its sign, that the vocabulary does not hold.
    private mutating func takeUnknown(_ start: Int, _ token: Token) -> Bool {
        guard let (ticker, end) = names.unlisted(start, token) else { return false }
        let subject = Subject(
            kind: .asset, id: ticker, span: cursor.span(start, end), resolution: .named,
            isKnown: false)
        append(.subject(subject), start, end)
        return true
    }

    private mutating func takeBreak(_ start: Int, _ token: Token) {
        if sentences.isEnd(start) {
            append(.sentenceEnd, start, start + 1)
        } else {
            place += 1
        }
    }

    private mutating func takeSymbol(_ start: Int, _ token: Token) {
        let piece: Lexeme.Piece
        switch token.text {
        case ",", "，": piece = .comma
        case ";", "；": piece = .semicolon
        case "—", "–", ":": piece = .dash
        case "-" where !token.isGlued: piece = .dash
        case "(", "[": piece = .open
        case ")", "]": piece = .close
        case "\"", "“", "”", "«", "»", "「", "」": piece = .quote
        case _ where sentences.isEnd(start): piece = .sentenceEnd
        default: piece = .word
        }
        append(piece, start, start + 1)
    }

    private mutating func takePhrase(_ start: Int, _ token: Token) -> Bool {
        guard let found = cursor.phrase(start) else { return false }
        let end = found.end
        let span = cursor.span(start, end)
        // `el sector de IA` names what `el sector` points back to.
        if case .term(.sectorPronoun) = found.meaning, let inner = cursor.phrase(start + 1),
            case .row = inner.meaning, inner.end > end
        {
            append(.term(.article), start, start + 1)
            return true
        }
        switch found.meaning {
        case .row(let row):
            let subject = Subject(
                kind: row.kind, id: row.id, span: span, resolution: .named, isTicker: row.isTicker)
            append(.subject(subject), start, end)
        case .term(.market):
            let subject = Subject(
                kind: .market, id: vocabulary.market, span: span, resolution: .named)
            append(.subject(subject), start, end)
        // A sign, or a letter that only means something behind digits.
        case .term(.unit) where token.kind == .word, .term(.scale), .term(.month), .term(.weekday):
            append(.word, start, start + 1)
        case .term(.hedge) where figures.figure(end) == nil:
            append(.word, start, start + 1)
        case .term(let term): append(.term(term), start, end)
        }
        return true
    }

    private mutating func take(_ reading: FigureReader.Reading) {
        var hedge = Hedge.exact
        var start = reading.start
        if case .term(.hedge(let before))? = lexemes.last?.piece, let last = lexemes.last,
            last.span.upperBound <= cursor.tokens[reading.start].range.lowerBound
        {
            hedge = before
            lexemes.removeLast()
            while start > 0, cursor.tokens[start - 1].range.lowerBound >= last.span.lowerBound {
                start -= 1
            }
        }
        var end = reading.end
        if cursor.isText(end, "左"), cursor.isText(end + 1, "右") {
            hedge = .about
            end += 2
        } else if cursor.isText(end, "+"), cursor[end]?.isGlued ?? false {
            hedge = .over
            end += 1
        }
        var unit = reading.unit
        if unit == .plain, case .row(let row)? = cursor.phrase(end)?.meaning,
            row.kind == .asset
        {
            unit = .coin
        }
        let figure = StatedFigure(
            value: reading.value, place: reading.place, unit: unit, hedge: hedge,
            span: cursor.span(start, end), isSigned: reading.isSigned)
        append(.figure(figure), start, end)
    }

    /// `50-day SMA`, `SMA (50)`, `media móvil de 50 días`, `14-day RSI`.
    private mutating func takeIndicator(_ start: Int) -> Bool {
        var place = start
        var period: Int?
        if let count = cursor.count(start), cursor.literal(start) != nil, (2...400).contains(count)
        {
            place = periodEnd(start + 1)
            period = count
        }
        guard case (.indicator(let name), var end)? = cursor.term(place) else { return false }
        if period == nil, let (count, behind) = periodBehind(end) {
            period = count
            end = behind
        }
        let span = cursor.span(start, end)
        append(.indicator(IndicatorReference(name: name, period: period, span: span)), start, end)
        return true
    }

    private func periodEnd(_ place: Int) -> Int {
        var place = place
        if cursor.isText(place, "-") { place += 1 }
        switch cursor.term(place) {
        case (.timeUnit, let end)?, (.period, let end)?: return end
        default: return place
        }
    }

    private func periodBehind(_ place: Int) -> (period: Int, end: Int)? {
        if cursor.isText(place, "("), let count = cursor.count(place + 1),
            cursor.isText(periodEnd(place + 2), ")")
        {
            return (count, periodEnd(place + 2) + 1)
        }
        if cursor.isText(place, "de"), let count = cursor.count(place + 1) {
            let end = periodEnd(place + 2)
            return end > place + 2 ? (count, end) : nil
        }
        return nil
    }

    /// Notes a word that looks like a name, and tells whether it was one.
    private mutating func note(_ token: Token) -> Bool {
        guard token.isLookalike else { return false }
        let skeleton = Lookalike.skeleton(of: token.text)
        guard vocabulary.names.contains(skeleton) else { return false }
        lookalikes.append(Lookalike(span: token.range, resembles: skeleton))
        return true
    }
}

/// Puts the pieces of a sentence together into phrases.
///
/// `Render (RNDR)`, `Render RNDR` are one subject; subjects and figures that are parted by commas and
/// conjunctions alone are one list. A price right behind a name, as pages show it, becomes a claim here.
struct ChunkReader {
    /// The phrases, in order.
    private(set) var chunks: [Chunk] = []
    /// Prices that stand beside a name.
    private(set) var tiles: [(subject: Subject, figure: StatedFigure)] = []

    /// The most subjects that a list keeps.
    static let listLimit = 24

    private let lexemes: ArraySlice<Lexeme>
    private var place: Int

    init(_ lexemes: ArraySlice<Lexeme>) {
        self.lexemes = lexemes
        place = lexemes.startIndex
        while place < lexemes.endIndex { take() }
    }

    private func piece(_ place: Int) -> Lexeme.Piece? {
        place < lexemes.endIndex ? lexemes[place].piece : nil
    }

    private mutating func take() {
        let start = place
        if subjectStart(start) != nil { return takeSubjects(start) }
        if lexemes[place].figure != nil { return takeFigures(start) }
        chunks.append(Chunk(body: .piece(lexemes[place].piece), span: lexemes[place].span))
        place += 1
    }

    private mutating func takeSubjects(_ start: Int) {
        var subjects: [Subject] = []
        var end = start
        while place < lexemes.endIndex, let subject = takeSubject() {
            if subjects.count < Self.listLimit { subjects.append(subject) }
            end = place
            skipJoint()
            if place == end { break }
        }
        place = end
        let span = lexemes[start].span.lowerBound..<lexemes[end - 1].span.upperBound
        chunks.append(Chunk(body: .subjects(subjects), span: span))
    }

    /// Where the subject stands that begins at a place: there, or behind a name that it is the ticker of.
    private func subjectStart(_ place: Int) -> Int? {
        guard place < lexemes.endIndex else { return nil }
        if lexemes[place].subject != nil { return place }
        guard case .name = lexemes[place].piece else { return nil }
        if isTicker(place + 1), lexemes[place].span.upperBound < lexemes[place + 1].span.lowerBound
        {
            return place + 1
        }
        guard case .open? = piece(place + 1), isTicker(place + 2), case .close? = piece(place + 3)
        else { return nil }
        return place + 2
    }

    private func isTicker(_ place: Int) -> Bool {
        guard place < lexemes.endIndex, let subject = lexemes[place].subject else { return false }
        return subject.kind == .asset && subject.isTicker
    }

    /// One subject with its ticker behind it, and the price beside it.
    private mutating func takeSubject() -> Subject? {
        guard place < lexemes.endIndex, let start = subjectStart(place),
            var subject = lexemes[start].subject
        else { return nil }
        place = start + 1
        // `Artificial Superintelligence (FET)`: the name that the vocabulary does not hold has a ticker that it does.
        if start > lexemes.startIndex, case .open = lexemes[start - 1].piece,
            case .close? = piece(place)
        {
            place += 1
        }
        while let next = piece(place), case .subject(let other) = next {
            guard other.id == subject.id || subject.kind == .market else { break }
            if subject.kind == .market { subject = other }
            place += 1
        }
        if case .open? = piece(place), case .close? = piece(place + 2) {
            switch piece(place + 1) {
            case .subject?, .word?, .name?: place += 3
            default: break
            }
        }
        if case .dash? = piece(place), case .figure(let figure)? = piece(place + 1),
            figure.unit.isMoney, subject.kind == .asset
        {
            place += 1
        }
        if case .figure(let figure)? = piece(place), figure.unit.isMoney, !isLevel(place + 1),
            subject.kind == .asset
        {
            tiles.append((subject, figure))
            place += 1
        }
        return subject
    }

    private func isLevel(_ place: Int) -> Bool {
        switch piece(place) {
        case .term(.level)?, .term(.support)?, .term(.resistance)?, .term(.measure)?: true
        default: false
        }
    }

    private mutating func skipJoint() {
        if case .comma? = piece(place) { place += 1 }
        if case .term(.and)? = piece(place) { place += 1 }
        if case .term(.article)? = piece(place) { place += 1 }
    }

    private mutating func takeFigures(_ start: Int) {
        var figures: [StatedFigure] = []
        var end = start
        while let figure = lexemes[place].figure,
            figures.first.map({ $0.unit == figure.unit }) ?? true
        {
            figures.append(figure)
            place += 1
            end = place
            if case .comma? = piece(place) { place += 1 }
            if case .term(.and)? = piece(place) { place += 1 }
            guard place < lexemes.endIndex, place > end else { break }
        }
        place = end
        let span = lexemes[start].span.lowerBound..<lexemes[end - 1].span.upperBound
        chunks.append(Chunk(body: .figures(figures), span: span))
    }
}

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
        if lexemes[place].subject != nil { return takeSubjects(start) }
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

    /// One subject with its ticker behind it, and the price beside it.
    private mutating func takeSubject() -> Subject? {
        guard var subject = lexemes[place].subject else { return nil }
        place += 1
        while let next = piece(place), case .subject(let other) = next {
            guard other.id == subject.id || subject.kind == .market else { break }
            if subject.kind == .market { subject = other }
            place += 1
        }
        if case .open? = piece(place), case .close? = piece(place + 2) {
            switch piece(place + 1) {
            case .subject?, .word?: place += 3
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

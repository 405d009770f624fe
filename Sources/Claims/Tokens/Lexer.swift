/// Cuts a text into tokens in one pass.
///
/// - Complexity: linear; a scalar is looked at twice at most.
struct Lexer {
    /// The tokens, in order.
    private(set) var tokens: [Token] = []
    /// What the number tokens point at.
    private(set) var literals: [NumberLiteral] = []
    /// Scalars that were looked at, the measure of work.
    private(set) var steps = 0

    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        while place < scalars.count { takeToken() }
    }

    private mutating func takeToken() {
        let start = place
        let scalar = scalars[place]
        steps += 1
        switch scalar {
        case " ", "\u{A0}", "\u{202F}", "\u{2009}": place += 1
        case "\n": single(.lineEnd)
        case TextSink.blockEnd: single(.blockEnd)
        case "0"..."9": takeNumber()
        case _ where ScalarKind.isUnparted(scalar): single(.han)
        case _ where ScalarKind.isLetter(scalar): takeWord()
        default: single(.symbol)
        }
        steps += place - start
    }

    private mutating func single(_ kind: Token.Kind) {
        place += 1
        append(kind, place - 1)
    }

    private mutating func takeWord() {
        let start = place
        while place < scalars.count {
            let scalar = scalars[place]
            guard ScalarKind.isLetter(scalar) || ("0"..."9").contains(scalar),
                !ScalarKind.isUnparted(scalar)
            else { break }
            place += 1
        }
        append(.word, start)
    }

    /// Digits, and single marks between digits; `1.234,5`, `12 000`, `2025.01.27` are one token each.
    private mutating func takeNumber() {
        let start = place
        var groups: [String] = []
        var marks: [Unicode.Scalar] = []
        var digits = 0
        while true {
            var group = ""
            while place < scalars.count, ("0"..."9").contains(scalars[place]) {
                digits += 1
                if digits <= NumberLiteral.digitLimit {
                    group.unicodeScalars.append(scalars[place])
                }
                place += 1
            }
            if digits <= NumberLiteral.digitLimit { groups.append(group) }
            guard place + 1 < scalars.count, isMark(at: place),
                ("0"..."9").contains(scalars[place + 1])
            else { break }
            if marks.count < NumberLiteral.digitLimit { marks.append(scalars[place]) }
            place += 1
        }
        let isRead = digits <= NumberLiteral.digitLimit
        literals.append(NumberLiteral(groups: isRead ? groups : [], marks: isRead ? marks : []))
        append(.number(literals.count - 1), start)
    }

    private func isMark(at place: Int) -> Bool {
        switch scalars[place] {
        case ".", ",", "'", "’": true
        case "\u{A0}", "\u{202F}", "\u{2009}": isGroup(at: place + 1)
        default: false
        }
    }

    /// Whether exactly three digits stand there.
    private func isGroup(at place: Int) -> Bool {
        let digits = scalars[place...].prefix(4).prefix { ("0"..."9").contains($0) }
        return digits.count == 3
    }

    private mutating func append(_ kind: Token.Kind, _ start: Int) {
        let range = start..<place
        let written = scalars[range]
        let isShort = written.count <= Token.longest
        var text = ""
        var capitals = 0
        var small = 0
        var scripts = ScalarKind.Scripts()
        if isShort {
            for scalar in written {
                text.unicodeScalars.append(contentsOf: ScalarKind.lowered(scalar))
                if kind == .word {
                    if ScalarKind.isCapital(scalar) { capitals += 1 }
                    if ScalarKind.isSmall(scalar) { small += 1 }
                    scripts.add(scalar)
                }
            }
        }
        tokens.append(
            Token(
                kind: kind, range: range, text: text,
                isGlued: tokens.last?.range.upperBound == start,
                isCapitalized: written.first.map(ScalarKind.isCapital) ?? false,
                isCapitals: small == 0 && capitals > 0, isLookalike: scripts.isSuspect))
    }
}

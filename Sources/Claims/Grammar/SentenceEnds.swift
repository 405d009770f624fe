/// Decides which points and line ends end a sentence.
struct SentenceEnds {
    let tokens: [Token]

    private static let abbreviations: Set<String> = [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc",
        "vs", "approx", "st", "mr", "mrs", "ms", "dr", "est", "no", "co", "corp", "ltd", "u", "s",
        "e", "g", "i", "p", "a", "m", "sr", "sra", "ee", "uu", "aprox", "etc",
    ]
    /// Ends of names of sites that are names of coins as well.
    static let domains: Set<String> = ["ai", "io", "fi", "xyz", "net", "network", "com", "fun"]
    /// The shortest line that is taken as wrapped rather than as a heading, in scalars.
    private static let wrapped = 60

    func isEnd(_ place: Int) -> Bool {
        let token = tokens[place]
        switch token.kind {
        case .blockEnd: return true
        case .lineEnd: return isLineEndEnd(place)
        case .symbol: return isSymbolEnd(place, token)
        case .word, .han, .number: return false
        }
    }

    private func isSymbolEnd(_ place: Int, _ token: Token) -> Bool {
        switch token.text {
        case "。", "！", "？", "!", "?", "…": return true
        case ".": break
        default: return false
        }
        guard place + 1 < tokens.count else { return true }
        let next = tokens[place + 1]
        if next.kind == .lineEnd || next.kind == .blockEnd { return true }
        if next.isGlued, next.kind != .symbol { return false }
        // `Node. AI (GPU)`: a name with a point in it, as pages break it.
        if place + 2 < tokens.count, Self.domains.contains(next.text), tokens[place + 2].text == "("
        {
            return false
        }
        let isAbbreviation =
            place > 0 && tokens[place - 1].kind == .word
            && Self.abbreviations.contains(tokens[place - 1].text)
        if next.kind == .word { return next.isCapitalized && !isAbbreviation }
        return !isAbbreviation
    }

    private func isLineEndEnd(_ place: Int) -> Bool {
        guard place > 0, place + 1 < tokens.count else { return true }
        let next = tokens[place + 1]
        if tokens[place - 1].text == "," || next.text == "," { return false }
        if next.kind == .word, !next.isCapitalized { return false }
        if next.kind == .han { return false }
        if isTile(line(after: place)) || isTile(line(before: place)) { return false }
        return length(before: place) < Self.wrapped
    }

    /// A line that is nothing but a ticker or a price, as pages show them beside a name.
    private func isTile(_ line: ArraySlice<Token>) -> Bool {
        switch line.count {
        case 1: line.first.map { $0.kind == .word && $0.isCapitals && $0.text.count <= 8 } ?? false
        case 2: line.first?.text == "$" && line.last?.kind != .word
        default: false
        }
    }

    private func line(after place: Int) -> ArraySlice<Token> {
        tokens[(place + 1)...].prefix(3).prefix { $0.kind != .lineEnd && $0.kind != .blockEnd }
    }

    private func line(before place: Int) -> ArraySlice<Token> {
        let line = tokens[..<place].suffix(3).reversed()
            .prefix { $0.kind != .lineEnd && $0.kind != .blockEnd }
        return tokens[(place - line.count)..<place]
    }

    private func length(before place: Int) -> Int {
        var start = place
        while start > 0, place - start < Self.wrapped, tokens[start - 1].kind != .lineEnd,
            tokens[start - 1].kind != .blockEnd
        {
            start -= 1
        }
        return tokens[place].range.lowerBound - tokens[start].range.lowerBound
    }
}

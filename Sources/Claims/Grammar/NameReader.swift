/// Reads names that the vocabulary does not hold, by how they are written.
struct NameReader {
    let cursor: TokenCursor

    /// The most words of a name.
    private static let longest = 5

    /// The place behind the words with capitals that begin at a place; `nil` where none does.
    func end(_ start: Int) -> Int? {
        guard isNameWord(start) else { return nil }
        var end = start + 1
        while end < start + 2 * Self.longest {
            if isJoint(end), isNameWord(end + 1) {
                end += 2
            } else if isNameWord(end), cursor[end].map({ !$0.isGlued }) ?? false {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// A word with a capital that means nothing else and begins no sentence by being there.
    private func isNameWord(_ place: Int) -> Bool {
        guard let token = cursor[place], token.kind == .word, token.isCapitalized,
            cursor.phrase(place) == nil
        else { return false }
        return !Self.openers.contains(token.text) && !token.text.hasSuffix("ly")
    }

    /// A point or hyphen within a name: `Node.AI`, `Node. AI (`.
    private func isJoint(_ place: Int) -> Bool {
        guard let mark = cursor[place], mark.isGlued, ["-", "."].contains(mark.text),
            let next = cursor[place + 1]
        else { return false }
        return next.isGlued
            || (SentenceEnds.domains.contains(next.text) && cursor.isText(place + 2, "("))
    }

    // MARK: Tickers

    /// The ticker of an asset that the vocabulary does not hold, with the place behind it: `Node.AI (GPU)`,
    /// `$GPU`. What stands in parentheses behind its own long form is an abbreviation and no ticker.
    func unlisted(_ start: Int, _ token: Token) -> (ticker: String, end: Int)? {
        if token.text == "$", cursor[start + 1]?.isGlued ?? false, let ticker = ticker(start + 1) {
            return (ticker, start + 2)
        }
        guard let end = token.kind == .han ? start + 1 : end(start), cursor.isText(end, "(") else {
            return nil
        }
        let place = cursor.isText(end + 1, "$") ? end + 2 : end + 1
        guard let ticker = ticker(place), cursor.isText(place + 1, ")"),
            !isAbbreviation(ticker, start, end)
        else { return nil }
        return (ticker, place + 2)
    }

    private func ticker(_ place: Int) -> String? {
        guard let token = cursor[place], token.kind == .word, token.isCapitals, !token.isLookalike,
            (2...10).contains(token.text.utf8.count), cursor.phrase(place) == nil,
            !Self.acronyms.contains(token.text)
        else { return nil }
        return token.text.uppercased()
    }

    /// Whether the letters are those that the words before begin with: `Consumer Price Index (CPI)`.
    private func isAbbreviation(_ ticker: String, _ start: Int, _ end: Int) -> Bool {
        var initials = ""
        for place in start..<end where cursor[place]?.kind == .word {
            initials += cursor[place]?.text.prefix(1).uppercased() ?? ""
        }
        return initials.count > 1 && ticker.hasSuffix(initials)
    }

    /// Capitals in parentheses that are no tickers.
    private static let acronyms: Set<String> = [
        "etf", "etfs", "sec", "cftc", "fed", "us", "usa", "uk", "eu", "un", "ceo", "cfo",
        "cto", "gdp",
        "cpi", "ppi", "pce", "fomc", "nft", "nfts", "dao", "dex", "cex", "defi", "tvl", "apy",
        "apr", "utc",
        "gmt", "est", "et", "pst", "cet", "oi", "ath", "atl", "ytd", "yoy", "ipo", "ico", "gpus",
        "llm",
        "imf", "ecb", "boj", "irs", "doj", "fbi", "tradfi", "kyc", "aml", "rwa", "rwas", "lst",
        "evm", "vc",
    ]

    /// Words that begin sentences with a capital and are no names.
    private static let openers: Set<String> = [
        "still", "then", "also", "later", "earlier", "once", "having", "since", "instead",
        "meanwhile",
        "however", "nevertheless", "otherwise", "elsewhere", "besides", "again", "even", "only",
        "just",
        "another", "such", "what", "when", "where", "why", "how", "here", "there", "so", "thus",
        "hence",
        "our", "your", "his", "her", "my", "we", "he", "she", "you", "i", "all", "both", "each",
        "every",
        "many", "most", "some", "several", "other", "others", "no", "yes", "late", "early", "first",
        "last",
        "next", "on", "per", "until", "through", "between", "despite", "unlike", "like", "given",
        "seen",
        "también", "además", "luego", "después", "sin", "asimismo", "entre", "durante", "su", "sus",
        "así",
        "ahora", "antes", "cuando", "como", "más", "menos", "otro", "otra", "otros", "todo",
        "todos", "este",
        "esta", "ese", "esa", "aun", "aún", "solo", "sólo", "ya", "lo", "le", "se", "no", "nuestro",
        "tan",
        "recently", "notably", "that's", "there's", "has", "had", "have", "can", "do", "does",
        "did",
    ]
}

import Evidence

/// The texts that facts hold in our own words, in Spanish. They are a closed set, looked up whole.
///
/// What is not among them is somebody else's: names stand as they are, sentences are quoted as they are.
enum SpanishGlossary {
    /// What a fact of text says.
    static func text(_ text: String, of fact: Fact) -> String {
        let clean = CleanText.inline(text)
        if isName(fact) { return clean }
        if isQuotation(fact) { return quotation(clean) }
        if let known = known(clean, fact) { return known }
        // A list of ours, such as the reasons for a verdict.
        for mark in ["; ", ", "] where clean.contains(mark) {
            let parts = clean.split(separator: mark).map(String.init)
            let told = parts.compactMap { known($0, fact) ?? ($0.contains(" ") ? nil : $0) }
            if told.count == parts.count { return told.joined(separator: mark) }
        }
        return clean.contains(" ") ? quoted(clean) : clean
    }

    /// Names of things and titles of stories.
    private static func isName(_ fact: Fact) -> Bool {
        let words = fact.measure.text.split(separator: ".")
        switch fact.measure.text {
        case "term", "name", "definition": return true
        case "title": return ["asset", "headline", "story"].contains(fact.subject.kind)
        default: break
        }
        guard let first = words.first else { return false }
        if first == "cause", words.dropFirst().first == "story" || words.contains("story") {
            return true
        }
        return ["cause", "name", "unpriced", "disagreeing", "member"].contains(first)
            && words.count == 2
            || first == "move" && words.last == "name"
    }

    /// What somebody printed, and what a source says of it.
    private static func isQuotation(_ fact: Fact) -> Bool {
        fact.subject.kind == "published" && ["printed", "reason"].contains(fact.measure.text)
    }

    /// The words with what they are about before them, where they say so: `universo: «a list of its own»`.
    private static func quotation(_ text: String) -> String {
        let parts = text.split(separator: ": ", maxSplits: 1)
        guard parts.count == 2, let kind = reasons[String(parts[0])] else { return quoted(text) }
        return "\(kind): \(quoted(String(parts[1])))"
    }

    /// Somebody else's words.
    static func quoted(_ text: String) -> String { "«\(text)»" }

    private static func known(_ text: String, _ fact: Fact) -> String? {
        let isGroup = fact.subject.kind == "group"
        return (isGroup ? groups[text] : nil) ?? phrases[text] ?? titles[text] ?? level(text)
            ?? refusal(text)
    }

    /// Levels whose kind holds a number or a day.
    private static func level(_ text: String) -> String? {
        let days = String(text.prefix { $0.isNumber })
        guard !days.isEmpty else { return nil }
        switch text.dropFirst(days.count) {
        case "-day average": return "media de \(days) días"
        case "-day exponential average": return "media exponencial de \(days) días"
        case "-day high": return "máximo de \(days) días"
        case "-day low": return "mínimo de \(days) días"
        default: return nil
        }
    }

    /// Why a model was not fitted, where the reason counts days.
    private static func refusal(_ text: String) -> String? {
        let parts = text.split(separator: " days, ")
        guard parts.count == 2, parts[0].allSatisfy(\.isNumber) else { return nil }
        if parts[1].hasPrefix("and it takes ") {
            return "\(parts[0]) días, y hacen falta \(parts[1].dropFirst(13))"
        }
        return parts[1].hasPrefix("more than ")
            ? "\(parts[0]) días, más de \(parts[1].dropFirst(10))" : nil
    }
}

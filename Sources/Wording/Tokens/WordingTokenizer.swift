/// Reads a sentence into tokens. Takes time in proportion to its length.
///
/// What cannot be told for certain becomes `.mixed` or `.foreign`, which the fence lets pass only where a fact is spelled so.
struct WordingTokenizer {
    /// The characters read: typographic spaces, quotes and minus signs folded, runs of space as one.
    let characters: [Character]
    private(set) var tokens: [WordingToken] = []
    private var place = 0

    /// Reads a text.
    init(_ text: String) {
        characters = Self.folded(text)
        while place < characters.count { readOne() }
        joinUnits()
    }

    /// The characters of a token.
    func text(_ token: WordingToken) -> String { String(characters[token.range]) }

    private static func folded(_ text: String) -> [Character] {
        var folded: [Character] = []
        for character in text {
            let plain: Character
            switch character {
            case "\u{A0}", "\u{202F}", "\u{2009}", "\n", "\r", "\r\n", "\t": plain = " "
            case "\u{2212}", "\u{2010}", "\u{2011}": plain = "-"
            case "\u{2018}", "\u{2019}": plain = "'"
            case "\u{201C}", "\u{201D}": plain = "\""
            default: plain = character
            }
            if plain != " " || (folded.last ?? " ") != " " { folded.append(plain) }
        }
        if folded.last == " " { folded.removeLast() }
        return folded
    }

    // MARK: One token

    private func at(_ index: Int) -> Character? {
        characters.indices.contains(index) ? characters[index] : nil
    }

    private static func isDigit(_ character: Character?) -> Bool {
        character.map { $0.isASCII && $0.isNumber } ?? false
    }

    private static func isLetter(_ character: Character?) -> Bool {
        character.map { $0.isASCII && $0.isLetter } ?? false
    }

    private mutating func add(_ kind: WordingToken.Kind, _ end: Int) {
        tokens.append(WordingToken(kind: kind, range: place..<end))
        place = end
    }

    private mutating func readOne() {
        let character = characters[place]
        if character == " " {
            place += 1
        } else if let end = numberStart() {
            readNumber(digitsAt: end)
        } else if Self.isLetter(character) {
            readWord()
        } else if character == "[" {
            readCitation()
        } else {
            readMark(character)
        }
    }

    private mutating func readMark(_ character: Character) {
        let isInside =
            character == "-" && (Self.isLetter(at(place - 1)) || Self.isDigit(at(place - 1)))
            && (Self.isLetter(at(place + 1)) || Self.isDigit(at(place + 1)))
        if isInside {
            place += 1
        } else if character.isNumber {
            add(.mixed(String(character)), place + 1)
        } else if ",;:.()\"'-–—≥".contains(character) {
            add(.mark(character), place + 1)
        } else if character == "%" {
            add(.word("%"), place + 1)
        } else {
            add(.foreign(character), place + 1)
        }
    }

    // MARK: Numbers

    /// Where the digits of a number begin, if one begins here with or without a sign and a currency.
    private func numberStart() -> Int? {
        var index = place
        let follows = Self.isLetter(at(place - 1)) || Self.isDigit(at(place - 1))
        if !follows, at(index) == "-" || at(index) == "+" { index += 1 }
        if at(index) == "$" {
            index += 1
            if at(index) == "-" || at(index) == "+" { index += 1 }
        }
        return Self.isDigit(at(index)) ? index : nil
    }

    private mutating func readNumber(digitsAt start: Int) {
        let head = characters[place..<start]
        var end = start
        while let character = at(end),
            Self.isDigit(character) || (".,:".contains(character) && Self.isDigit(at(end + 1)))
        { end += 1 }
        var number = StatedNumber(
            digits: StatedNumber.normalised(String(characters[start..<end])))
        number.sign = head.first { $0 == "-" || $0 == "+" }
        number.isDollars = head.contains("$")
        var tail = end
        while Self.isLetter(at(tail)) { tail += 1 }
        let letters = String(characters[end..<tail])
        if let scale = Self.scales[letters], !Self.isDigit(at(tail)) {
            number.scale = scale
            add(.number(number), tail)
        } else if letters.isEmpty || ["h", "pp"].contains(letters) {
            add(.number(number), end)
        } else {
            while Self.isLetter(at(tail)) || Self.isDigit(at(tail)) { tail += 1 }
            add(.mixed(String(characters[place..<tail]).lowercased()), tail)
        }
    }

    private static let scales: [String: Character] = [
        "K": "K", "k": "K", "M": "M", "mn": "M", "B": "B", "bn": "B", "T": "T", "tn": "T",
    ]

    // MARK: Words and citations

    private mutating func readWord() {
        var end = place
        var holdsDigit = false
        while let character = at(end) {
            let isApostrophe = character == "'" && Self.isLetter(at(end + 1))
            guard Self.isLetter(character) || Self.isDigit(character) || isApostrophe else { break }
            holdsDigit = holdsDigit || Self.isDigit(character)
            end += 1
        }
        let text = String(characters[place..<end])
        guard holdsDigit else { return add(.word(Self.canonical(text.lowercased())), end) }
        if text.hasPrefix("NAME"), let label = Self.label(text.dropFirst(4)) {
            add(.name(label), end)
        } else {
            add(.mixed(text.lowercased()), end)
        }
    }

    private mutating func readCitation() {
        guard let close = characters[place...].prefix(80).firstIndex(of: "]") else {
            return add(.foreign("["), place + 1)
        }
        let inside = characters[(place + 1)..<close].split { ", ;".contains($0) }
        let labels = inside.compactMap { word in
            word.first == "f" ? Self.label(String(word.dropFirst())[...]) : nil
        }
        guard !labels.isEmpty, labels.count == inside.count else {
            return add(.foreign("["), place + 1)
        }
        add(.citation(labels), close + 1)
    }

    private static func label(_ digits: Substring) -> Int? {
        guard (1...3).contains(digits.count), digits.allSatisfy({ isDigit($0) }) else { return nil }
        return Int(digits)
    }

    /// Units and months by one name each.
    private static func canonical(_ word: String) -> String {
        canonicalWords[word] ?? word
    }

    private static let canonicalWords: [String: String] = [
        "percent": "%", "hour": "h", "hours": "h", "day": "days", "jan": "january",
        "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
        "aug": "august", "sep": "september", "sept": "september", "oct": "october",
        "nov": "november", "dec": "december",
    ]

    // MARK: What takes two words

    private mutating func joinUnits() {
        var joined: [WordingToken] = []
        for token in tokens {
            if let last = joined.last, let kind = Self.joint(last.kind, token.kind) {
                joined[joined.count - 1] = WordingToken(
                    kind: kind, range: last.range.lowerBound..<token.range.upperBound)
            } else {
                joined.append(token)
            }
        }
        tokens = joined
    }

    /// Two tokens as one: `per cent`, `percentage points`, `3 trillion`, `3 dollars`.
    private static func joint(
        _ left: WordingToken.Kind, _ right: WordingToken.Kind
    ) -> WordingToken.Kind? {
        guard case .word(let word) = right else { return nil }
        switch left {
        case .word("per") where word == "cent": return .word("%")
        case .word("percentage") where ["point", "points"].contains(word): return .word("pp")
        case .number(var number):
            if number.scale == nil, let scale = scaleWords[word] {
                number.scale = scale
            } else if ["dollar", "dollars", "usd"].contains(word) {
                number.isDollars = true
            } else {
                return nil
            }
            return .number(number)
        default: return nil
        }
    }

    private static let scaleWords: [String: Character] = [
        "thousand": "K", "million": "M", "mn": "M", "billion": "B", "bn": "B", "trillion": "T",
        "tn": "T",
    ]
}

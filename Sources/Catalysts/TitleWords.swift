/// A title cut up once, so that many terms can be looked for in it.
struct TitleWords {
    /// Runs of letters and digits of scripts that part words: `DeepSeek` of `DeepSeek发布`.
    let words: [String]
    /// `words` in lower case.
    let lowercased: [String]
    /// Runs of scripts that part no words, such as Han or kana.
    let runs: [[Unicode.Scalar]]

    init(_ title: String) {
        var words: [String] = []
        var runs: [[Unicode.Scalar]] = []
        var word = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        for scalar in title.unicodeScalars {
            let isUnparted = Self.partsNoWords(scalar)
            if !isUnparted, !run.isEmpty {
                runs.append(run)
                run = []
            }
            if !isUnparted, Self.isOfWord(scalar) {
                word.append(scalar)
            } else {
                if isUnparted { run.append(scalar) }
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        if !run.isEmpty { runs.append(run) }
        self.words = words
        self.runs = runs
        lowercased = words.map { $0.lowercased() }
    }

    /// Whether a character belongs to a script that does not part words.
    static func partsNoWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x2E80: false
        case 0x4E00...0x9FFF: true  // Han, nearly all that comes; the rest is looked up.
        default: scalar.properties.isAlphabetic
        }
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}

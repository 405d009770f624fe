/// Characters on a screen that share a look and an origin.
struct TerminalPiece: Sendable {
    /// How characters look; every look but `plain` is dropped where there is no colour.
    enum Look: Sendable {
        /// As prose.
        case plain
        /// The headline and headings.
        case strong
        /// What may be skipped: rules, dates, sources.
        case quiet
        /// A rise; the characters carry a plus sign as well.
        case rise
        /// A fall; the characters carry a minus sign as well.
        case fall
        /// What is near, or cannot be told; the characters say which.
        case caution
    }

    /// The characters.
    var text: String
    /// How they look.
    var look: Look
    /// What vouches for them; `nil` for words of ours.
    var origin: Origin?

    /// A piece.
    init(_ text: String, _ look: Look = .plain, _ origin: Origin? = nil) {
        self.text = text
        self.look = look
        self.origin = origin
    }

    /// The columns it takes.
    var width: Int { DisplayWidth.of(text) }

    /// Blank columns.
    static func blank(_ columns: Int) -> TerminalPiece {
        TerminalPiece(String(repeating: " ", count: max(0, columns)))
    }

    /// The pieces of a phrase; signed numbers take the colour of their sign.
    static func pieces(_ phrase: Phrase, _ look: Look = .plain) -> [TerminalPiece] {
        phrase.runs.map { run in
            TerminalPiece(
                run.text, run.origin == nil ? look : signed(run.text) ?? look, run.origin)
        }
    }

    /// The look of a number with a sign; `nil` without one.
    static func signed(_ text: String) -> Look? {
        if text.hasPrefix(NumberFormat.minus) { return .fall }
        return text.hasPrefix("+") ? .rise : nil
    }
}

/// One line of a screen.
typealias TerminalLine = [TerminalPiece]

extension [TerminalPiece] {
    /// The columns the line takes.
    var width: Int { reduce(0) { $0 + $1.width } }
}

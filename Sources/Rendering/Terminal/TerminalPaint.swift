/// Writes lines of pieces out, with or without colour.
struct TerminalPaint: Sendable {
    /// Whether escape sequences for colour and weight may be written.
    let colour: Bool
    /// What text with an origin passes through.
    let marking: any OriginMarking

    /// The lines, each without blanks at its end, each ended by a line break.
    func write(_ lines: [TerminalLine]) -> String {
        lines.map { write($0) + "\n" }.joined()
    }

    private func write(_ line: TerminalLine) -> String {
        var kept = line
        while let last = kept.last, last.origin == nil, last.text.allSatisfy({ $0 == " " }) {
            kept.removeLast()
        }
        return kept.map(write).joined()
    }

    private func write(_ piece: TerminalPiece) -> String {
        let text = piece.origin.map { marking.mark(piece.text, $0) } ?? piece.text
        guard colour, let code = Self.code(piece.look) else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private static func code(_ look: TerminalPiece.Look) -> String? {
        switch look {
        case .plain: nil
        case .strong: "1"
        case .quiet: "2"
        case .rise: "32"
        case .fall: "31"
        case .caution: "33"
        }
    }
}

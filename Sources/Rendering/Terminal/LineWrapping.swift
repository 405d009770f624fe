/// Breaks pieces into lines at plain spaces only, so that a no-break space holds a number to its unit.
struct LineWrapping {
    /// The columns of a line.
    let width: Int
    /// What stands before the first line.
    var lead: TerminalLine = []
    /// The blank columns before the other lines.
    var indent = 0

    /// The lines; at least one.
    func lines(_ pieces: TerminalLine) -> [TerminalLine] {
        // Most cells are one short word.
        if pieces.count == 1, !pieces[0].text.utf8.contains(UInt8(ascii: " ")),
            lead.width + pieces.width <= width
        {
            return [lead + pieces]
        }
        var lines: [TerminalLine] = []
        var line = lead
        var used = lead.width
        var isFresh = true
        for word in words(pieces) {
            if !isFresh, used + 1 + word.width > width {
                lines.append(line)
                line = [.blank(indent)]
                used = indent
                isFresh = true
            }
            if !isFresh { line.append(TerminalPiece(" ", Self.spaceLook(word))) }
            line += word
            used += word.width + (isFresh ? 0 : 1)
            isFresh = false
        }
        return lines + [line]
    }

    /// A space may be bold like its heading; it has no sign, so it is never red or green.
    private static func spaceLook(_ word: TerminalLine) -> TerminalPiece.Look {
        switch word.first?.look {
        case .strong: .strong
        case .quiet: .quiet
        case .plain, .rise, .fall, .caution, nil: .plain
        }
    }

    private func words(_ pieces: TerminalLine) -> [TerminalLine] {
        var words: [TerminalLine] = []
        var word: TerminalLine = []
        for piece in pieces {
            let parts = piece.text.split(separator: " ", omittingEmptySubsequences: false)
            for (place, part) in parts.enumerated() {
                if place > 0, !word.isEmpty {
                    words += broken(word)
                    word = []
                }
                if part.isEmpty { continue }
                word.append(TerminalPiece(String(part), piece.look, piece.origin))
            }
        }
        return words + (word.isEmpty ? [] : broken(word))
    }

    /// A word wider than a whole line, such as a title in Chinese, cut between its characters.
    private func broken(_ word: TerminalLine) -> [TerminalLine] {
        let room = max(2, width - max(indent, lead.width))
        guard word.width > room else { return [word] }
        var parts: [TerminalLine] = [[]]
        var used = 0
        for piece in word {
            for character in piece.text {
                let columns = DisplayWidth.of(character)
                if used + columns > room {
                    parts.append([])
                    used = 0
                }
                parts[parts.count - 1].append(
                    TerminalPiece(String(character), piece.look, piece.origin))
                used += columns
            }
        }
        return parts.map(Self.joined)
    }

    private static func joined(_ pieces: TerminalLine) -> TerminalLine {
        pieces.reduce(into: []) { line, piece in
            if let last = line.last, last.origin == piece.origin, last.look == piece.look {
                line[line.count - 1].text += piece.text
            } else {
                line.append(piece)
            }
        }
    }
}

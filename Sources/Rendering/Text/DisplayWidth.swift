/// How many columns of a terminal text takes: two for wide East Asian characters and emoji, none
/// for marks that sit on the character before them.
///
/// - Source: Unicode Standard Annex 11, *East Asian Width*, by its wide blocks.
enum DisplayWidth {
    /// The columns that a text takes.
    static func of(_ text: some StringProtocol) -> Int {
        // Most text is plain, and finding where its characters part is what takes long.
        var columns = 0
        for scalar in text.unicodeScalars {
            guard isNarrow(scalar) else { return text.reduce(0) { $0 + of($1) } }
            columns += 1
        }
        return columns
    }

    /// The columns that one character takes.
    static func of(_ character: Character) -> Int {
        if character.isASCII { return 1 }
        let scalars = character.unicodeScalars
        if let only = scalars.first, scalars.count == 1, isNarrow(only) { return 1 }
        var widest = 0
        for scalar in scalars {
            // The emoji selector turns a narrow sign into a wide picture.
            if scalar == "\u{FE0F}" { return 2 }
            widest = max(widest, of(scalar))
        }
        return widest
    }

    /// Signs that stand in every table and are looked up nowhere: printable ASCII, the hard space,
    /// `–`, `−`, `≥` and boxes. None of them joins with a neighbour into one character.
    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0xA0, 0x2013, 0x2212, 0x2265, 0x2500...0x259F, 0x2800...0x28FF: true
        default: false
        }
    }

    /// The text, cut to at most `columns` with an ellipsis where it was longer.
    static func truncated(_ text: String, to columns: Int) -> String {
        // No character takes more columns than bytes.
        if text.utf8.count <= columns { return text }
        var width = 0
        var kept = ""
        var fits = ""
        for character in text {
            width += of(character)
            if width > columns { return fits + "…" }
            kept.append(character)
            if width < columns { fits = kept }
        }
        return text
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default: wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
        0x1B000...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
        0x1F191...0x1F19A, 0x1F1E6...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248,
        0x1F250...0x1F251, 0x1F260...0x1F265, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
        0x1F7E0...0x1F7EB, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]
}

/// Digits as they were printed, in groups with what parts them, before anybody decides what the marks
/// mean.
struct NumberLiteral: Hashable, Sendable {
    /// The most digits that are read: no figure of a market has more.
    static let digitLimit = 30

    /// The groups of digits; empty where there are more digits than are read.
    let groups: [String]
    /// The marks between them, one fewer than groups.
    let marks: [Unicode.Scalar]

    /// Whether a point or comma can be nothing but the decimal mark, and which it then is.
    var evidence: Unicode.Scalar? {
        guard let last = marks.last, let tail = groups.last, isRegular else { return nil }
        guard last == "." || last == "," else { return nil }
        let other: Unicode.Scalar = last == "." ? "," : "."
        if marks.count > 1 { return marks.first == last ? other : last }
        let head = groups[0]
        return tail.utf8.count != 3 || head.utf8.count > 3 || head == "0" ? last : nil
    }

    /// Whether the groups can be a number: all but the first and a fraction have three digits.
    private var isRegular: Bool {
        guard marks.count > 1 else { return groups.count == marks.count + 1 }
        let isUniform = Set(marks).count == 1
        let whole = isUniform ? groups.dropFirst() : groups.dropFirst().dropLast()
        return Set(marks.dropLast()).count == 1 && whole.allSatisfy { $0.utf8.count == 3 }
    }

    /// The digits before and behind the decimal mark, where a lone mark before three digits means a
    /// decimal mark only if it is `decimalMark`; `nil` where the groups are no number.
    func parts(decimalMark: Unicode.Scalar) -> (whole: String, fraction: String)? {
        guard let tail = groups.last, isRegular else { return nil }
        guard !marks.isEmpty else { return (tail, "") }
        let isFraction: Bool
        if let evidence {
            isFraction = marks.last == evidence
        } else {
            isFraction = marks.count == 1 && marks[0] == decimalMark
        }
        guard isFraction else { return (groups.joined(), "") }
        return (groups.dropLast().joined(), tail)
    }

    /// The value and the power of ten of the last printed place.
    func value(decimalMark: Unicode.Scalar) -> (value: Double, place: Int)? {
        guard let (whole, fraction) = parts(decimalMark: decimalMark),
            let value = Double(whole + "." + (fraction.isEmpty ? "0" : fraction))
        else { return nil }
        return (value, -fraction.utf8.count)
    }
}

/// A number as a sentence writes it, with what is spelled beside it: two spellings of one number are equal.
struct StatedNumber: Hashable, Sendable {
    /// `+`, `-`, or nothing.
    var sign: Character?
    /// Whether it is an amount of dollars.
    var isDollars = false
    /// The digits with a point or colon, without commas and without zeros that end a fraction.
    var digits: String
    /// `K`, `M`, `B`, `T`, or nothing.
    var scale: Character?

    /// The digits as compared: `1,200.50` and `1200.5` are one number.
    static func normalised(_ digits: String) -> String {
        let plain = digits.filter { $0 != "," }
        guard plain.contains(".") else { return plain }
        let kept = plain.reversed().drop { $0 == "0" }.reversed()
        return String(kept.last == "." ? kept.dropLast() : kept[...])
    }
}

import Evidence
import Market

/// What vouches for a stretch of text: whatever has an origin may hold digits, nothing else may.
///
/// Boxed, because text is moved about a lot and a fact is large.
indirect enum Origin: Hashable, Sendable {
    /// The text is the value of a fact.
    case fact(Fact)
    /// The text names what a fact measures or is about, or says when it was observed.
    case name(Fact)
    /// The text is a value or a name of a run of values.
    case series(SeriesFact)
    /// The text is a value or a name of a curve.
    case curve(CurveFact)
    /// The text describes a source.
    case source(Source)
    /// The text is the number of an entry in a list: structure, as a bullet is.
    case place(Int)
}

/// Writes text that has an origin. Every renderer passes every such text through one of these, so
/// that a format can attach the receipt, and a test can see what is vouched for.
protocol OriginMarking: Sendable {
    /// The text as it is to stand on the page; `text` is already escaped for the format.
    func mark(_ text: String, _ origin: Origin) -> String
    /// The same with receipts in a language.
    func telling(_ language: any PageLanguage) -> any OriginMarking
}

extension OriginMarking {
    /// What holds no words of ours is the same in all languages.
    func telling(_ language: any PageLanguage) -> any OriginMarking { self }
}

/// Leaves text as it is, for formats that have no place for a receipt.
struct PlainMarking: OriginMarking {
    func mark(_ text: String, _ origin: Origin) -> String { text }
}

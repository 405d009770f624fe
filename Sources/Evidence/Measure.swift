/// What is measured: dotted words from the general to the particular, such as `change.24h`.
public struct Measure: Hashable, Comparable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The words, joined by dots; a stable part of the JSON interface.
    public let text: String

    /// A measure by its name.
    public init(_ text: String) {
        self.text = text
    }

    /// A measure by its name, written in code.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// Orders measures by their names.
    public static func < (left: Measure, right: Measure) -> Bool {
        left.text < right.text
    }

    /// The name.
    public var description: String { text }
}

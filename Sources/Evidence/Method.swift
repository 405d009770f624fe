/// How a value was found: the name of a formula and the version of that formula.
///
/// The version rises when the same input would give another number, so that two reports that
/// differ can say why.
public struct Method: Hashable, Sendable, CustomStringConvertible {
    /// The name, in words joined by dashes.
    public let name: String
    /// The version, from 1.
    public let version: Int

    /// A method.
    public init(_ name: String, version: Int = 1) {
        self.name = name
        self.version = version
    }

    /// Name and version: `relative-strength-index@1`.
    public var description: String { "\(name)@\(version)" }
}

public import Market

/// What a fact is about, written as `kind:name`, outermost first where there are several.
public struct Subject: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The whole: `venue:binance/asset:BTC`. A stable part of the JSON interface.
    public let text: String

    /// A subject from its whole text.
    public init(_ text: String) {
        self.text = text
    }

    /// A provider's or our own index.
    public static func index(_ name: String) -> Subject { Subject("index:\(name)") }

    /// An asset.
    public static func asset(_ asset: AssetID) -> Subject { Subject("asset:\(asset)") }

    /// A sector.
    public static func sector(_ sector: SectorID) -> Subject { Subject("sector:\(sector)") }

    /// A venue.
    public static func venue(_ venue: VenueID) -> Subject { Subject("venue:\(venue)") }

    /// An asset at a venue.
    public static func venue(_ venue: VenueID, asset: AssetID) -> Subject {
        Subject("venue:\(venue)/asset:\(asset)")
    }

    /// The name of the innermost thing, for readers: `BTC` of `venue:binance/asset:BTC`.
    public var name: String {
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return text }
        return String(text[text.utf8.index(after: colon)...])
    }

    /// Orders subjects by their texts.
    public static func < (left: Subject, right: Subject) -> Bool {
        left.text < right.text
    }

    /// The whole text.
    public var description: String { text }
}

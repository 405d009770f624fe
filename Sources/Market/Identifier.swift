/// A stable name for one thing of a kind, so that an asset cannot be passed where a venue is meant.
///
/// Names are equal and ordered as Swift's strings are: by Unicode, the same in every locale.
public struct Identifier<Kind>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name itself.
    public let text: String

    /// Wraps a name.
    public init(_ text: String) {
        self.text = text
    }

    /// Orders names by their characters' code points, the same on every machine.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.text < right.text
    }

    /// The name itself.
    public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
    ExpressibleByExtendedGraphemeClusterLiteral
{
    /// Wraps a name written in code.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}

/// The name of an asset: its ticker as known inside Downdraft, such as `BTC`.
public typealias AssetID = Identifier<Asset>
/// The name of a venue, such as `binance`.
public typealias VenueID = Identifier<Venue>
/// The name of a tradable contract, such as `perp:binance:1000SHIB`.
public typealias InstrumentID = Identifier<Instrument>
/// The name of a series of bars: an instrument or an index, such as `index:TOTAL`.
public typealias SeriesID = Identifier<Candle>
/// The name of a source of rows, such as `tradingview-total`.
public typealias SourceID = Identifier<Source>
/// The name of a sector, such as `ai`.
public typealias SectorID = Identifier<SectorMember>

/// A place where things trade. It has no properties of its own yet; the type keeps its names apart.
public enum Venue {}

/// A kind of row: one table of the store, one kind of file of a case.
///
/// Its columns are those of the file; the table of bars has others, see `StoreSchema2`.
package enum RowKind: String, Hashable, Sendable, CaseIterable {
    /// Coins and tokens.
    case assets
    /// Contracts that trade.
    case instruments
    /// Open, high, low, close and volume.
    case bars
    /// Circulating supplies.
    case supplies
    /// Liquidations by side.
    case liquidations
    /// Liquidations one by one, and the deleveragings and takeovers beside them.
    case liquidationEvents = "liquidation_events"
    /// Open interest.
    case openInterest = "open_interest"
    /// Funding rates.
    case funding
    /// What takers bought and sold.
    case takerFlow = "taker_flow"
    /// Resting orders around the price.
    case depth
    /// Daily closes of things outside crypto.
    case closes
    /// What flowed into groups of funds on a day.
    case fundFlows = "fund_flows"
    /// Outages, incidents and what is on the calendar.
    case events
    /// Titles of stories.
    case headlines
    /// Which asset belongs to which sector.
    case sectors
    /// Words that tie a title to a theme.
    case themes
    /// What people write for an asset, and when.
    case tickers
    /// Figures that somebody printed.
    case published

    /// The table's name. It has a row for each of these rows; of bars it has one for up to 1,024.
    package var table: String {
        switch self {
        case .assets: "asset"
        case .instruments: "instrument"
        case .bars: "bar_chunk"
        case .supplies: "supply"
        case .liquidations: "liquidation"
        case .liquidationEvents: "liquidation_event"
        case .openInterest: "open_interest"
        case .funding: "funding"
        case .takerFlow: "taker_flow"
        case .depth: "depth"
        case .closes: "macro_close"
        case .fundFlows: "fund_flow"
        case .events: "event"
        case .headlines: "headline"
        case .sectors: "sector_member"
        case .themes: "theme_term"
        case .tickers: "asset_ticker"
        case .published: "published_figure"
        }
    }

    /// The names of the columns in the order in which values are appended; every table has `source`
    /// besides.
    package var columns: [String] {
        switch self {
        case .assets: ["asset", "name", "class", "known"]
        case .instruments: ["instrument", "venue", "asset", "coins_per_price", "quote", "known"]
        case .bars:
            [
                "series", "interval", "open_time", "known", "open", "high", "low", "close",
                "volume",
            ]
        case .supplies: ["asset", "observed", "known", "rank", "supply", "price", "cap"]
        case .liquidations:
            ["venue", "asset", "interval", "open_time", "known", "long_usd", "short_usd"]
        case .liquidationEvents:
            [
                "venue", "asset", "instrument", "time", "known", "kind", "side", "order_price",
                "average_price", "ordered", "filled", "unit", "contract_size", "quanto_usd",
                "event", "number",
            ]
        case .openInterest:
            [
                "venue", "asset", "margin", "interval", "open_time", "known", "unit", "open",
                "high", "low", "close",
            ]
        case .funding:
            [
                "scope", "asset", "interval", "open_time", "known", "open", "high", "low",
                "close",
            ]
        case .takerFlow:
            [
                "venue", "asset", "contracts", "interval", "open_time", "known", "unit", "bought",
                "sold",
            ]
        case .depth: ["venue", "asset", "interval", "open_time", "known", "bid_usd", "ask_usd"]
        case .closes: ["series", "day", "known", "value", "unit"]
        case .fundFlows: ["fund", "day", "known", "flow_usd"]
        case .events: ["id", "kind", "subject", "start", "end", "title", "known", "citation"]
        case .headlines: ["id", "published", "known", "language", "title", "url"]
        case .sectors: ["sector", "asset", "title", "group", "known", "citation"]
        case .themes: ["theme", "term", "language", "sector", "known", "citation"]
        case .tickers:
            [
                "asset", "ticker", "kind", "valid_from", "valid_until", "coins_per_unit",
                "successor",
                "known", "citation",
            ]
        case .published:
            [
                "id", "subject", "measure", "value", "low", "high", "unit", "known", "digits",
                "printed", "reason",
            ]
        }
    }

    /// The columns that name what a row is about. With `source` and `known` they are the table's
    /// key, so that a later `known` revises a row instead of replacing it.
    package var naturalKey: [String] {
        switch self {
        case .assets: ["asset"]
        case .instruments: ["instrument"]
        case .bars: ["series", "interval", "open_time"]
        case .supplies: ["asset", "observed"]
        case .liquidations, .depth: ["venue", "asset", "interval", "open_time"]
        // Venues that give their events no name have some alike in all: a running number keeps those apart.
        case .liquidationEvents: ["time", "venue", "instrument", "kind", "event", "number"]
        case .openInterest: ["venue", "asset", "margin", "interval", "open_time"]
        case .funding: ["scope", "asset", "interval", "open_time"]
        case .takerFlow: ["venue", "asset", "contracts", "interval", "open_time"]
        case .closes: ["series", "day"]
        case .fundFlows: ["fund", "day"]
        case .headlines, .published, .events: ["id"]
        case .sectors: ["sector", "asset"]
        case .themes: ["theme", "term"]
        case .tickers: ["asset", "ticker", "kind"]
        }
    }
}

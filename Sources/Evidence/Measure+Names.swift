/// The measures that reports are made of. A window is spelled `24h`, `6h` or `utcDay`.
extension Measure {
    /// Market capitalisation, in US dollars.
    public static let cap: Measure = "cap"
    /// A price, in US dollars a coin.
    public static let price: Measure = "price"
    /// The highest high of the last 30 days.
    public static let localHigh: Measure = "high.local"
    /// The share of the market's capitalisation that our index holds.
    public static let coverage: Measure = "coverage"
    /// How many members there are.
    public static let members: Measure = "members"
    /// A name for readers.
    public static let title: Measure = "title"
    /// When something was published.
    public static let published: Measure = "published"

    /// A change over a window, as a ratio.
    public static func change(_ window: String) -> Measure { Measure("change.\(window)") }

    /// What a change over a window is measured from.
    public static func base(_ window: String) -> Measure { Measure("base.\(window)") }

    /// The change of the member in the middle.
    public static func medianChange(_ window: String) -> Measure {
        Measure("change.\(window).median")
    }

    /// What a member added to the change of the index.
    public static func contribution(_ window: String) -> Measure {
        Measure("contribution.\(window)")
    }

    /// The change of the index less the sum of the contributions.
    public static func residual(_ window: String) -> Measure { Measure("residual.\(window)") }

    /// A change less that of our index.
    public static func excess(_ window: String) -> Measure { Measure("excess.\(window)") }

    /// A change less what beta and our index's change explain.
    public static func abnormal(_ window: String) -> Measure { Measure("abnormal.\(window)") }

    /// How many members lost value.
    public static func declining(_ window: String) -> Measure { Measure("declining.\(window)") }

    /// What changed hands, in US dollars.
    public static func volume(_ window: String) -> Measure { Measure("volume.\(window)") }

    /// The change of volume from the window before, as a ratio.
    public static func volumeChange(_ window: String) -> Measure {
        Measure("volume.\(window).change")
    }

    /// The simple average over a number of days, today's unfinished bar included.
    public static func average(days: Int) -> Measure { Measure("sma.\(days)") }

    /// Wilder's index, today's unfinished bar included.
    public static func relativeStrength(_ period: Int) -> Measure { Measure("rsi.\(period)") }

    /// Wilder's index at the close of a day.
    public static func closedRelativeStrength(_ period: Int) -> Measure {
        Measure("rsi.\(period).closed")
    }

    /// An indicator's reading at the last closed day, or with today's unfinished bar.
    ///
    /// Simple averages and relative strength bear their plain name live, the others closed: the names
    /// were given so, and names are kept.
    public static func reading(_ indicator: Measure, live: Bool) -> Measure {
        let isNamedLive = ["sma.", "rsi."].contains { indicator.text.hasPrefix($0) }
        if live == isNamedLive { return indicator }
        return indicator.dot(live ? "live" : "closed")
    }

    /// Liquidated longs, in US dollars.
    public static func longLiquidations(_ window: String) -> Measure {
        Measure("liquidations.long.\(window)")
    }

    /// Liquidated shorts, in US dollars.
    public static func shortLiquidations(_ window: String) -> Measure {
        Measure("liquidations.short.\(window)")
    }

    /// Liquidations of both sides, in US dollars.
    public static func totalLiquidations(_ window: String) -> Measure {
        Measure("liquidations.total.\(window)")
    }

    /// The share of the window that liquidation bars cover.
    public static func liquidationCoverage(_ window: String) -> Measure {
        Measure("liquidations.coverage.\(window)")
    }

    /// The change of this measure over a window.
    public func change(over window: String) -> Measure { Measure("\(text).change.\(window)") }

    /// This measure with a further word.
    public func dot(_ word: String) -> Measure { Measure("\(text).\(word)") }
}

/// Whether published liquidations can be squared with how open interest changed and what takers traded.
///
/// Liquidations are closes and market orders. More liquidated longs than takers sold cannot be: a unit or
/// a side is wrong. More liquidations than open interest fell by can be, and says that others opened as
/// much again; so the fall is no bound, only a comparison.
package struct LiquidationCrossCheck: Hashable, Sendable {
    /// What the comparison says.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// Nothing speaks against it.
        case plausible = "nothing speaks against it"
        /// Fewer positions are gone than were liquidated: as many were opened again.
        case reopened = "positions were opened again"
        /// More was liquidated than takers traded in that direction: some unit or side is wrong.
        case contradicted = "more than takers traded"
    }

    /// Longs liquidated, in US dollars.
    package let longUSD: Double
    /// Shorts liquidated, in US dollars.
    package let shortUSD: Double
    /// How far open interest fell, one side counted, in US dollars at one price; below zero where it rose.
    package let closedUSD: Double
    /// What takers sold, in US dollars; `nil` where not known.
    package let takerSoldUSD: Double?
    /// What takers bought, in US dollars; `nil` where not known.
    package let takerBoughtUSD: Double?

    /// A comparison over one window.
    package init(
        longUSD: Double, shortUSD: Double, closedUSD: Double, takerSoldUSD: Double? = nil,
        takerBoughtUSD: Double? = nil
    ) {
        self.longUSD = longUSD
        self.shortUSD = shortUSD
        self.closedUSD = closedUSD
        self.takerSoldUSD = takerSoldUSD
        self.takerBoughtUSD = takerBoughtUSD
    }

    /// What it says.
    package var verdict: Verdict {
        if let takerSoldUSD, longUSD > takerSoldUSD { return .contradicted }
        if let takerBoughtUSD, shortUSD > takerBoughtUSD { return .contradicted }
        // Of one side: a liquidated long may be closed by a liquidated short.
        return max(longUSD, shortUSD) > closedUSD ? .reopened : .plausible
    }

    /// The larger side's liquidations as a ratio of the fall; `nil` where open interest did not fall.
    package var shareOfClosed: Double? {
        closedUSD > 0 ? max(longUSD, shortUSD) / closedUSD : nil
    }

    /// Liquidated longs as a ratio of what takers sold; `nil` where that is not known or nothing.
    package var shareOfTakerSales: Double? {
        takerSoldUSD.flatMap { $0 > 0 ? longUSD / $0 : nil }
    }
}

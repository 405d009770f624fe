/// Whether published liquidations can be squared with how open interest changed.
///
/// Liquidations are closes. More liquidations than open interest fell by can be, and says that others opened as
/// much again; so the fall is no bound, only a comparison. What is a bound is what takers traded: `TakerBound`.
package struct LiquidationCrossCheck: Hashable, Sendable {
    /// What the comparison says.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// Nothing speaks against it.
        case plausible = "nothing speaks against it"
        /// Fewer positions are gone than were liquidated: as many were opened again.
        case reopened = "positions were opened again"
    }

    /// Longs liquidated, in US dollars.
    package let longUSD: Double
    /// Shorts liquidated, in US dollars.
    package let shortUSD: Double
    /// How far open interest fell, one side counted, in US dollars at one price; below zero where it rose.
    package let closedUSD: Double

    /// A comparison over one window.
    package init(longUSD: Double, shortUSD: Double, closedUSD: Double) {
        self.longUSD = longUSD
        self.shortUSD = shortUSD
        self.closedUSD = closedUSD
    }

    /// What it says.
    package var verdict: Verdict {
        // Of one side: a liquidated long may be closed by a liquidated short.
        max(longUSD, shortUSD) > closedUSD ? .reopened : .plausible
    }

    /// The larger side's liquidations as a ratio of the fall; `nil` where open interest did not fall.
    package var shareOfClosed: Double? {
        closedUSD > 0 ? max(longUSD, shortUSD) / closedUSD : nil
    }
}

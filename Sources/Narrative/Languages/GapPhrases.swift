internal import Evidence

/// What is missing, and why.
protocol GapPhrases: Sendable {
    /// A gap without facts.
    func gap(_ gap: PlainGap) -> Sentence
    /// TOTAL has no bar near both ends of the window.
    func noTotalChange(over: Sentence) -> Sentence
    /// The last bar of TOTAL is old.
    func staleTotal(_ cap: Fact, asOf: Fact) -> Sentence
    /// TOTAL lacks hours within the window.
    func missingHours(_ missing: Fact) -> Sentence
    /// Assets without a contract, and the largest of them.
    func unpriced(_ count: Fact, coverage: Fact, largest: [Fact]) -> Sentence
    /// Venues that disagree on prices.
    func disagreeing(_ count: Fact, first: [Fact]) -> Sentence
    /// Liquidation bars that do not cover the window.
    func partialLiquidations(_ coverage: Fact) -> Sentence
    /// What all venues liquidated together.
    func allVenuesUnknown(floor: Fact) -> Sentence
    /// Supplies of an earlier day.
    func heldSupply(_ observed: Fact) -> Sentence
    /// Members of a sector without price or supply.
    func sectorSupplies(_ title: Fact, members: Fact, weighted: Fact) -> Sentence
    /// Sectors that are not divided into groups.
    func undivided(_ titles: [Fact]) -> Sentence
    /// Tests that cannot fall below a level.
    func weakTest(level: Fact) -> Sentence
    /// A phrase of a few words for a gap, by its id; `nil` for a gap that is not of an explanation.
    func shortGap(_ id: String) -> Sentence?
}

/// Gaps whose sentence holds no fact.
enum PlainGap: CaseIterable {
    case noOwnIndex, noStrength, noAverage, noLiquidations, noForcedShare, newsSelection, noNews,
        noCause,
        oneEvent, tether
}

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Cascades
internal import Market
internal import Series

/// What forced selling, or buying, can account for in a move, and what the next levels would set off.
///
/// An index is read through the coins whose positions are known, each by its weight in it and by how far
/// it goes when the index does. A coin is the index of itself.
struct CascadeState {
    /// A level ahead and what breaking it would set off, by law.
    struct Break {
        let level: CascadeLevel
        let estimates: [CascadeUncertainty.Law: CascadeBreakEstimate]
    }

    /// A move from outside and how much further it goes, by law.
    struct Response {
        let side: PositionSide
        /// The move from outside, as a ratio of the price; above zero.
        let shock: Double
        /// What is forced on top of it, zero or more.
        let moves: [CascadeUncertainty.Law: CascadeEstimate.Interval]
    }

    let members: [CascadeMember]
    /// The part of the index that the members are; one for a coin.
    let coverage: Double
    /// The change of the index or coin over the window, as a ratio; `nil` where it is not known.
    let change: Double?
    /// What each law makes of the members' moves together; empty where the price did not move.
    let forced: [CascadeUncertainty.Law: ForcedShare]
    /// Levels below, nearest first, then levels above, nearest first.
    let breaks: [Break]
    /// Falls, then rises, each from the smallest.
    let responses: [Response]
    /// How many worlds were drawn.
    let draws: Int

    /// Every world is drawn from this; any number does, and the same question must have the same answer.
    static let seed: UInt64 = 0x6472_6177
    /// Moves from outside for which the response is shown.
    static let shocks = (1...15).map { Double($0) / 100 }

    /// Draws worlds for the members and adds up what they come to.
    init(
        _ members: [CascadeMember], change: Double?, levels: [CascadeLevel], draws: Int
    ) async throws(CascadeError) {
        self.members = members
        self.change = change
        self.draws = draws
        coverage = members.map(\.weight).compensatedSum
        var estimates: [[CascadeUncertainty.Law: CascadeEstimate]] = []
        for member in members { estimates.append(try await member.estimates(draws: draws)) }
        forced = ForcedShare.byLaw(members, estimates, change: change)
        var (breaks, responses): ([Break], [Response]) = ([], [])
        for side in [PositionSide.long, .short] {
            let ahead = levels.filter { $0.side == side }
            let distances = ahead.map(\.distance) + Self.shocks
            let found = try await CascadeMember.breaking(
                members, distances: distances, side: side, draws: draws)
            for (place, level) in ahead.enumerated() {
                breaks.append(Break(level: level, estimates: found.compactMapValues { $0[place] }))
            }
            for (place, shock) in Self.shocks.enumerated() {
                let moves = found.compactMapValues { estimates in
                    estimates[ahead.count + place]?.extraMove
                }
                responses.append(Response(side: side, shock: shock, moves: moves))
            }
        }
        self.breaks = breaks
        self.responses = responses
    }
}

/// A level ahead of the price.
struct CascadeLevel {
    let name: String
    let value: Double
    /// How far away it is, as a ratio of the price; above zero.
    let distance: Double
    /// The side that a move to it liquidates.
    let side: PositionSide
}

/// A coin as a part of an index: its market before the move and now.
struct CascadeMember {
    let asset: AssetID
    /// The part of the index that the coin is.
    let weight: Double
    /// How far the coin goes when the index goes a step.
    let beta: Double
    let before: LeveragedMarket
    let now: LeveragedMarket
    /// What was seen of the move; `nil` where the price did not move.
    let observation: CascadeObservation?
    let change: Double
    /// Published liquidations of the side that the move went against, in US dollars.
    let liquidated: Double?
    /// The part of open interest that was closed; below zero where more was opened.
    let openInterestDrop: Double

    /// The side that the move went against.
    var side: PositionSide { change < 0 ? .long : .short }

    /// What each law makes of the move.
    func estimates(
        draws: Int
    ) async throws(CascadeError) -> [CascadeUncertainty.Law: CascadeEstimate] {
        guard let uncertainty = try uncertainty(draws: draws) else { return [:] }
        return await uncertainty.estimatesOnAllCores()
    }

    /// The forced move and its share alone, the same bit by bit, on this thread.
    func shares(
        draws: Int
    ) throws(CascadeError) -> [CascadeUncertainty.Law: CascadeEstimate] {
        try uncertainty(draws: draws)?.shares() ?? [:]
    }

    private func uncertainty(draws: Int) throws(CascadeError) -> CascadeUncertainty? {
        guard let observation else { return nil }
        return try CascadeUncertainty(
            setting: before.setting(side), history: before.history, priors: CascadePriors(),
            observation: observation, draws: draws, seed: CascadeState.seed)
    }

    /// What breaks of an index set off in all its members, each added by its weight.
    ///
    /// A law holds for the index only where every member has it. Intervals are added end to end, as if the
    /// unknowns erred the same way for every coin, which they mostly do: they are drawn alike.
    static func breaking(
        _ members: [CascadeMember], distances: [Double], side: PositionSide, draws: Int
    ) async throws(CascadeError) -> [CascadeUncertainty.Law: [CascadeBreakEstimate?]] {
        var sum: [CascadeUncertainty.Law: [CascadeBreakEstimate?]]?
        for member in members {
            let moves = distances.map { $0 * member.beta }
            let uncertainty = try CascadeUncertainty(
                setting: member.now.setting(side), history: member.now.history,
                priors: CascadePriors(), draws: draws, seed: CascadeState.seed)
            let weighted = try await uncertainty.breaking(moves).mapValues { found in
                zip(distances, found).map { $1?.weighing(member.weight, at: $0) }
            }
            guard let before = sum else {
                sum = weighted
                continue
            }
            sum = before.filter { weighted[$0.key] != nil }.reduce(into: [:]) { sum, entry in
                sum[entry.key] = zip(entry.value, weighted[entry.key] ?? []).map { one, other in
                    one.flatMap { one in other.flatMap { one.adding($0) } }
                }
            }
        }
        return sum ?? [:]
    }
}

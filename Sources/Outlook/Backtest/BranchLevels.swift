/// The levels between which a backtest puts its trees, and the trees.
///
/// As `outlook` takes them: the nearest of whatever kind, a hundredth or more from one to the next and no further
/// than half the price. The kinds are those that a chart alone gives, the named levels and the next two round
/// numbers on each side; `outlook` knows more.
enum BranchLevels {
    /// A level nearer than this share of the price is where the price is.
    private static let nearest = 0.001
    private static let furthest = 0.5
    /// From one level to the next, as a share of the price.
    private static let apart = 0.01
    private static let most = 4

    /// The levels around a price, the nearest of each side first.
    static func around(_ price: Double, _ named: [NamedLevel]) -> [NamedLevel] {
        let round = LevelSide.allCases.flatMap { side -> [NamedLevel] in
            let first = RoundNumber.next(to: price, side)
            let second = first.flatMap { RoundNumber.next(to: $0, side) }
            return [first, second].compactMap {
                $0.flatMap { NamedLevel(price: $0, name: "round number") }
            }
        }
        func distance(_ level: NamedLevel) -> Double { abs(level.price / price - 1) }
        let ordered = (named + round).filter { distance($0) <= furthest }
            .sorted { (distance($0), $0.name) < (distance($1), $1.name) }
        return LevelSide.allCases.flatMap { side -> ArraySlice<NamedLevel> in
            var chosen: [NamedLevel] = []
            for level in ordered where (level.price < price) == (side == .down) {
                let least = chosen.last.map { distance($0) + apart } ?? nearest
                if distance(level) >= least { chosen.append(level) }
            }
            return chosen.prefix(most)
        }
    }

    /// The tree of a moment, after the close of a bar.
    static func tree(
        _ levels: [NamedLevel], after bar: Int, of bars: PriceBars, averageTrueRange: Double?,
        horizon: Int
    ) -> ScenarioTree? {
        let first = max(0, bar + 1 - ScenarioTree.memory)
        return ScenarioTree(
            subject: "", price: bars.closes[bar], levels: levels,
            averageTrueRange: averageTrueRange,
            closesBefore: Array(bars.closes[first...bar]),
            asOf: bars.openTimes[bar] + bars.interval, interval: bars.interval, bars: horizon)
    }
}

extension ForecastClass {
    /// The class of a branch of a tree.
    init?(_ branch: ScenarioTree.Branch, within horizon: Int) {
        let rule: Rule =
            switch branch.kind {
            case .breakDown, .breakUp, .reclaim: .breaks
            case .hold: .hold
            case .next: .next
            case .comeback: .comeback
            }
        let side: LevelSide? =
            switch branch.event.condition {
            case .breaks(let side, _, _), .breaksThenTouches(let side, _, _, _),
                .breaksThenReturns(let side, _, _):
                side
            case .holds: .down
            case .touch, .close, .leaves: nil
            }
        guard let side else { return nil }
        self.init(rule: rule, side: side, placement: .tree, horizon: horizon)
    }

    /// Every class of branch within a horizon; that of holding stands on the lower side. Nothing breaks and comes
    /// back within one bar.
    static func branches(within horizon: Int) -> [ForecastClass] {
        Rule.ofBranches.filter { $0 != .comeback || horizon > 1 }.flatMap { rule in
            (rule == .hold ? [LevelSide.down] : LevelSide.allCases).map {
                ForecastClass(rule: rule, side: $0, placement: .tree, horizon: horizon)
            }
        }
    }
}

extension ScenarioEstimate {
    /// It and all that may follow, one after the other.
    var withFollowers: [ScenarioEstimate] { [self] + followers.flatMap(\.withFollowers) }
}

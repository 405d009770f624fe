import Margin
import Market
import Testing

/// A row of `Fixtures/Margin/accounts.csv`; the tables and other positions are those of
/// `Scripts/reference/margin_definitions.py`.
struct ReferenceAccount {
    private let row: [String: String]

    init(_ row: [String: String]) {
        self.row = row
    }

    private func number(_ column: String) throws -> Double {
        try #require(row[column].flatMap(Double.init), "\(column)")
    }

    /// What the account's figures are as large as.
    var scale: Double {
        let size = row["q"].flatMap(Double.init) ?? 0
        let price = row["p"].flatMap(Double.init) ?? 1
        return row["k"] == "i" ? size / price : size * price
    }

    /// A price within a millionfold of the mark price, which is how far the reference looks.
    func withinReach(_ price: Double?) -> Double? {
        guard let price, let mark = row["p"].flatMap(Double.init) else { return nil }
        return price <= mark * 1e6 && price >= mark / 1e6 ? price : nil
    }

    func solver() throws -> MarginSolver {
        let kind: Contract.Kind =
            row["k"] == "i" ? .inverse : row["k"] == "u" ? .quanto : .linear
        let contract = try MarginSamples.contract(kind)
        let side: PositionSide = row["s"] == "L" ? .long : .short
        let rule = try Self.rule(row["t"])
        var positions = [
            try Position(
                contract: contract, side: side, contracts: number("q"), entryPrice: number("e"),
                markPrice: number("p"), maintenance: rule)
        ]
        if try number("h") > 0 {
            positions.append(
                try Position(
                    contract: contract, side: side.opposite, contracts: number("h"),
                    entryPrice: number("e"), markPrice: number("p"), maintenance: rule))
        }
        if let other = try Self.other(row["o"]) { positions.append(other) }
        return try MarginSolver(
            MarginAccount(collateral: number("w"), positions: positions), conventions())
    }

    private func conventions() throws -> MarginConventions {
        let fee: MarginConventions.ClosingFee =
            switch row["f"] {
            case "m": .onMark(0.0006)
            case "e": .onEntry(0.0006)
            case "b": .atBankruptcy(0.0006)
            default: .none
            }
        let mode: MarginConventions.CollateralMode =
            row["m"] == "i" ? .isolated : row["m"] == "c" ? .cross : .crossByValue
        return try MarginConventions(
            mode: mode, basis: row["b"] == "e" ? .entry : .mark, closingFee: fee,
            bankruptcyCountsFee: row["c"] == "1")
    }

    private static func rule(_ table: String?) throws -> MaintenanceRule {
        switch table {
        case "0":
            .marginal(
                try TierTable(
                    floors: [0, 5e4, 2.5e5, 1e6, 1e7], rates: [0.004, 0.005, 0.01, 0.025, 0.05]))
        case "1": .marginal(try TierTable(floors: [0], rates: [0.01]))
        case "2":
            .flat(try TierTable(floors: [0, 2e4, 1e5, 5e5], rates: [0.005, 0.01, 0.02, 0.05]))
        case "3": .scaling(try MarginScaling(base: 0.01, perCoin: 0.00005))
        case "4":
            .marginal(try TierTable(floors: [0, 1000, 3000, 9000], rates: [0, 0.02, 0.1, 0.5]))
        case "5": .flat(try TierTable(floors: [0, 5, 10, 20], rates: [0.004, 0.008, 0.012, 0.05]))
        case "6":
            .marginal(
                try TierTable(
                    floors: [0, 5, 10, 20, 50, 100],
                    rates: [0.004, 0.005, 0.01, 0.025, 0.05, 0.1]))
        default: .scaling(try MarginScaling(base: 0.02, perCoin: 0.0005))
        }
    }

    private static func other(_ name: String?) throws -> Position? {
        let parts: (PositionSide, Double, Double, Double, String)
        switch name {
        case "1": parts = (.long, 2, 100, 90, "1")
        case "2": parts = (.short, 0.5, 3000, 3150, "0")
        case "3": parts = (.long, 10, 20, 26, "4")
        default: return nil
        }
        return try Position(
            contract: MarginSamples.contract(.linear, "perp:test:B"), side: parts.0,
            contracts: parts.1, entryPrice: parts.2, markPrice: parts.3, maintenance: rule(parts.4))
    }
}

import Margin
import Market
import Testing

/// A row of `Fixtures/Margin/vectors.csv`.
struct VectorRow {
    private let cells: [String: String]

    init(_ cells: [String: String]) {
        self.cells = cells
    }

    var name: String { cells["name"] ?? "" }
    var expected: Double { number("expected") ?? .nan }
    var tolerance: Double { number("tolerance") ?? 0 }

    private func number(_ column: String) -> Double? { cells[column].flatMap(Double.init) }

    private func required(_ column: String) throws -> Double {
        try #require(number(column), "\(name): \(column)")
    }

    private func word<Word: RawRepresentable>(_ column: String) throws -> Word
    where Word.RawValue == String {
        try #require(cells[column].flatMap(Word.init(rawValue:)), "\(name): \(column)")
    }

    func answer() throws -> Double {
        let solver = try MarginSolver(account(), conventions())
        let words = (cells["asks"] ?? "").split(separator: " ")
        let found =
            switch words.first {
            case "bankruptcy": try solver.bankruptcyPrice
            case "requirement": try solver.marginRatio.requirement
            case "covered": try solver.marginRatio.covered
            default: try solver.liquidationPrice
            }
        let exact = try #require(found, "\(name)")
        guard words.count == 3, let size = Double(words[2]) else { return exact }
        return try PriceTick(size).rounded(exact, words[1] == "up" ? .up : .down)
    }

    private func conventions() throws -> MarginConventions {
        let rate = try required("feeRate")
        let fee: MarginConventions.ClosingFee =
            switch cells["fee"] {
            case "onMark": .onMark(rate)
            case "onEntry": .onEntry(rate)
            case "atBankruptcy": .atBankruptcy(rate)
            default: .none
            }
        return try MarginConventions(
            mode: word("mode"), basis: word("basis"), closingFee: fee,
            bankruptcyCountsFee: cells["counted"] == "1")
    }

    private func rule() throws -> MaintenanceRule {
        let (a, b, c) = (try required("a"), try required("b"), try required("c"))
        switch cells["rule"] {
        case "scaling": return .scaling(try MarginScaling(base: a, perCoin: b))
        case "fees": return .rateOrFees(try RateOrFees(rate: a, feeRate: b, fixedFee: c))
        default: return try MarginSamples.rule(rate: a, amount: b)
        }
    }

    private func account() throws -> MarginAccount {
        let kind: Contract.Kind = try word("kind")
        var positions = [
            try Position(
                contract: MarginSamples.contract(kind), side: word("side"),
                contracts: required("size"), entryPrice: required("entry"),
                markPrice: number("mark"), maintenance: rule(), extraRequirement: required("extra"))
        ]
        if let size = number("otherSize") {
            positions.append(
                try Position(
                    contract: MarginSamples.contract(kind, "perp:test:B"), side: word("otherSide"),
                    contracts: size, entryPrice: required("otherEntry"),
                    markPrice: number("otherMark"),
                    maintenance: MarginSamples.rule(
                        rate: required("otherRate"), amount: required("otherAmount"))))
        }
        return try MarginAccount(collateral: required("collateral"), positions: positions)
    }
}

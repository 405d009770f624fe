import Market
import TestSupport

@testable import Catalysts

/// The panels that the reference values were computed on.
enum StudyFixture {
    /// The group of the made panel.
    static let group: Set<AssetID> = ["G1", "G2", "G3", "G4", "G5", "G6"]

    /// The made panel, as many bars of it as wanted.
    static func made(bars: Int = .max) throws -> ReturnPanel? {
        let (columns, names) = try columns("EventStudy/panel.csv")
        let kept = columns.map {
            ReturnPanel.Column(asset: $0.asset, cap: $0.cap, values: Array($0.values.prefix(bars)))
        }
        return ReturnPanel(returns: kept, ends: hours(min(bars, names.count)))
    }

    /// A table whose first row holds caps: its columns, and the names of its other rows.
    static func columns(_ fixture: String) throws -> (
        columns: [ReturnPanel.Column], names: [String]
    ) {
        let rows = try ReferenceTable(fixture: fixture).rows
        let label = rows.first?["bar"] == nil ? "open" : "bar"
        let names = (rows.first ?? [:]).keys.filter { $0 != label }.sorted()
        let columns = names.map { name in
            let values = rows.map { $0[name].flatMap(Double.init) ?? .nan }
            return ReturnPanel.Column(
                asset: AssetID(name), cap: values.first ?? 0, values: Array(values.dropFirst()))
        }
        return (columns, rows.dropFirst().compactMap { $0[label] })
    }

    /// As many hours, each by its end.
    static func hours(_ count: Int) -> [Timestamp] {
        (0..<count).map { Timestamp(seconds: Int64($0 + 1) * 3600) }
    }

    /// A model by its name in the tables.
    static func model(_ name: String?) -> ReturnModel? {
        switch name {
        case "mean": .mean
        case "marketAdjusted": .marketAdjusted
        case "market": .market
        case "medianMarket": .medianMarket
        case "huberMarket": .huberMarket
        case "factors": .factors(["BTC", "ETH"])
        default: nil
        }
    }

    /// The window of a row, where it says one.
    static func window(_ row: [String: String]) -> StudyWindow? {
        let figures = row.compactMapValues { Int($0) }
        return StudyWindow(
            estimation: figures["estimation"] ?? 40, gap: figures["gap"] ?? 2,
            length: figures["length"] ?? 5)
    }
}

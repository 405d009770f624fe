#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Catalysts
internal import Market
internal import Series
internal import Store

/// When the market began to move and what moved with it, as far as bars tell.
struct OnsetState {
    /// The order of the series that could be dated.
    let order: OnsetOrder
    /// What was found of each, in the order in which they were searched.
    let findings: [OnsetFinding]

    /// What the series are called; the market's is the one that stories are held against.
    static let market = "market"

    /// The market's onset; `nil` where it cannot be dated.
    var market: OnsetInterval? { findings.first { $0.name == Self.market }?.interval }

    /// Searches the stretch of a question.
    ///
    /// - Input: `exposed`, the assets of the sector in focus; `falls`, which side liquidations are looked at.
    init(_ inputs: DayInputs, _ causes: CauseInputs, exposed: [AssetID], falls: Bool) {
        let volatility = VolatilityScale(decay: 0.97, seedBars: 24)
        let total = Self.logarithms(inputs.totalHourly.rows.map { ($0.openTime, $0.close) }, .hour)?
            .changes
        let group = Self.group(exposed, inputs, causes)?.changes
        let excess = total.flatMap { group?.less($0, name: "exposed less market") }
        let volume = Self.volume(causes).map(LogarithmScale(least: 0).scaled)
            .map(SeasonalMedian(period: .day, cycles: 7, fewest: 5).scaled)
        let series = [
            total.map(volatility.scaled), excess.map(volatility.scaled), volume,
            Self.openInterest(inputs).map(LogarithmScale(least: 0).scaled)?.changes,
            Self.liquidations(inputs, falls: falls).map(LogarithmScale(least: 1e5).scaled),
        ].compactMap { $0 }
        let search = OnsetSearch()
        findings = series.map { search.onset(of: $0, in: causes.stretch) }
        order = OnsetOrder(findings)
    }

    private static func logarithms(
        _ points: [(Timestamp, Double)], _ interval: TimeSpan
    ) -> OnsetSeries? {
        OnsetSeries(
            name: market, interval: interval,
            points: points.filter { $0.1 > 0 }.map { OnsetPoint(openTime: $0.0, value: log($0.1)) })
    }

    /// The mean logarithm of the exposed, at hours at which all that have any bar have one.
    private static func group(
        _ exposed: [AssetID], _ inputs: DayInputs, _ causes: CauseInputs
    ) -> OnsetSeries? {
        let contracts = Set(
            exposed.compactMap { asset in
                inputs.instruments.rows.filter { $0.asset == asset }.map(\.id).min()
            })
        let columns = causes.hours.rows.filter { contracts.contains($0.instrument) }.map(\.columns)
        guard !columns.isEmpty else { return nil }
        var sums: [Timestamp: (count: Int, sum: Double)] = [:]
        for column in columns {
            for bar in 0..<column.count where column.closes[bar] > 0 {
                let before = sums[column.openTime(at: bar)] ?? (0, 0)
                sums[column.openTime(at: bar)] = (
                    before.count + 1, before.sum + log(column.closes[bar])
                )
            }
        }
        return OnsetSeries(
            name: "exposed", interval: .hour,
            points: sums.filter { $0.value.count == columns.count }.map {
                OnsetPoint(openTime: $0.key, value: $0.value.sum / Double(columns.count))
            })
    }

    /// What changed hands at all contracts, in US dollars.
    private static func volume(_ causes: CauseInputs) -> OnsetSeries? {
        var sums: [Timestamp: Double] = [:]
        for row in causes.hours.rows where !row.columns.volumes.isEmpty {
            for bar in 0..<row.columns.count {
                let dollars = row.columns.volumes[bar] * row.columns.closes[bar]
                guard dollars.isFinite else { continue }
                sums[row.columns.openTime(at: bar), default: 0] += dollars
            }
        }
        return OnsetSeries(
            name: "volume", interval: .hour,
            points: sums.map { OnsetPoint(openTime: $0.key, value: $0.value) })
    }

    /// Coins open in contracts of the largest asset.
    private static func openInterest(_ inputs: DayInputs) -> OnsetSeries? {
        let rows = inputs.openInterest.rows.filter {
            $0.asset == "BTC" && $0.margin == .stablecoin && $0.venue == "binance"
        }
        guard let interval = rows.first?.interval else { return nil }
        return OnsetSeries(
            name: "open interest", interval: interval,
            points: rows.map { OnsetPoint(openTime: $0.openTime, value: $0.close) })
    }

    /// What was liquidated of the side that the market went against, all coins together.
    private static func liquidations(_ inputs: DayInputs, falls: Bool) -> OnsetSeries? {
        let rows = inputs.liquidations.rows.filter { $0.venue == "binance" }
        guard let interval = rows.first?.interval else { return nil }
        var sums: [Timestamp: Double] = [:]
        for row in rows { sums[row.openTime, default: 0] += falls ? row.longUSD : row.shortUSD }
        return OnsetSeries(
            name: "liquidations", interval: interval,
            points: sums.map { OnsetPoint(openTime: $0.key, value: $0.value) })
    }
}

internal import GRDB
package import Market

extension StoreSnapshot {
    /// Liquidations of bars that lie within a range, by venue, asset, interval and time.
    package func liquidations(_ range: TimeRange) throws(StoreError) -> Sourced<LiquidationBar> {
        try bars(.liquidations, "venue, asset, long_usd, short_usd", range) { fields, bar in
            LiquidationBar(
                venue: VenueID(try fields.text(3)), asset: AssetID(try fields.text(4)),
                openTime: bar.openTime, interval: bar.interval, longUSD: try fields.figure(5),
                shortUSD: try fields.figure(6))
        } key: {
            BarKey(place: $0.venue.text, asset: $0.asset, openTime: $0.openTime, $0.interval)
        }
    }

    /// Open interest of bars that lie within a range, by venue, asset, margin, interval and time.
    package func openInterest(_ range: TimeRange) throws(StoreError) -> Sourced<OpenInterestBar> {
        try bars(.openInterest, "venue, asset, margin, close", range) { fields, bar in
            OpenInterestBar(
                venue: VenueID(try fields.text(3)), asset: AssetID(try fields.text(4)),
                margin: try fields.word(5), openTime: bar.openTime, interval: bar.interval,
                close: try fields.figure(6))
        } key: {
            BarKey(
                place: $0.venue.text, asset: $0.asset, openTime: $0.openTime, $0.interval,
                margin: $0.margin)
        }
    }

    /// Funding of bars that lie within a range, by scope, asset, interval and time.
    package func funding(_ range: TimeRange) throws(StoreError) -> Sourced<FundingBar> {
        try bars(.funding, "scope, asset, close", range) { fields, bar in
            FundingBar(
                scope: try fields.text(3), asset: AssetID(try fields.text(4)),
                openTime: bar.openTime, interval: bar.interval, close: try fields.figure(5))
        } key: {
            BarKey(place: $0.scope, asset: $0.asset, openTime: $0.openTime, $0.interval)
        }
    }

    /// What takers traded in bars that lie within a range, by venue, asset, contracts, interval and time.
    package func takerFlow(_ range: TimeRange) throws(StoreError) -> Sourced<TakerFlowBar> {
        try bars(.takerFlow, "venue, asset, contracts, unit, bought, sold", range) { fields, bar in
            let contracts = try fields.text(5)
            return TakerFlowBar(
                venue: VenueID(try fields.text(3)), asset: AssetID(try fields.text(4)),
                instrument: contracts == "all" ? nil : InstrumentID(contracts),
                openTime: bar.openTime, interval: bar.interval, unit: try fields.word(6),
                bought: try fields.figure(7), sold: try fields.figure(8))
        } key: {
            BarKey(
                place: $0.venue.text, asset: $0.asset, openTime: $0.openTime, $0.interval,
                instrument: $0.instrument)
        }
    }

    /// Depth of bars that lie within a range, by venue, asset, interval and time.
    package func depth(_ range: TimeRange) throws(StoreError) -> Sourced<DepthBar> {
        try bars(.depth, "venue, asset, bid_usd, ask_usd", range) { fields, bar in
            DepthBar(
                venue: VenueID(try fields.text(3)), asset: AssetID(try fields.text(4)),
                openTime: bar.openTime, interval: bar.interval, bidUSD: try fields.figure(5),
                askUSD: try fields.figure(6))
        } key: {
            BarKey(place: $0.venue.text, asset: $0.asset, openTime: $0.openTime, $0.interval)
        }
    }

    private typealias BarTime = (openTime: Timestamp, interval: TimeSpan)

    private struct BarKey: Equatable {
        let place: String
        let asset: AssetID
        let openTime: Timestamp
        let interval: TimeSpan
        let margin: OpenInterestBar.Margin?
        let instrument: InstrumentID?

        init(
            place: String, asset: AssetID, openTime: Timestamp, _ interval: TimeSpan,
            margin: OpenInterestBar.Margin? = nil, instrument: InstrumentID? = nil
        ) {
            self.place = place
            self.asset = asset
            self.openTime = openTime
            self.interval = interval
            self.margin = margin
            self.instrument = instrument
        }
    }

    private func bars<Bar: Sendable>(
        _ kind: RowKind, _ columns: String, _ range: TimeRange,
        decode: (StoredFields, BarTime) throws -> Bar, key: (Bar) -> BarKey
    ) throws(StoreError) -> Sourced<Bar> {
        let sql = Self.select(
            "open_time, interval, \(columns)", from: kind,
            where: "AND open_time >= ? AND open_time < ? AND open_time + interval <= ?")
        let end = range.end.microseconds
        let arguments: StatementArguments = [asOf.microseconds, range.start.microseconds, end, end]
        return try connection.rows(sql, arguments, of: RowSelection(kind, in: range)) { fields in
            let bar = try decode(fields, (try fields.time(1), try fields.span(2)))
            return (key(bar), bar)
        }
    }
}

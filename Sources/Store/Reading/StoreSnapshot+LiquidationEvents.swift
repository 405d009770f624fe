internal import GRDB
package import Market

extension StoreSnapshot {
    /// Liquidations of a range one by one, by time, venue and instrument.
    ///
    /// Of each venue's instrument and hour the first source by name is taken alone: two recordings of one
    /// feed name and stamp its events in their own ways, and a sum over both would count twice.
    package func liquidationEvents(
        _ range: TimeRange
    ) throws(StoreError) -> Sourced<LiquidationEvent> {
        try forcedCloses(range, kind: "liquidation")
    }

    /// Automatic deleveragings of a range one by one, chosen and ordered as liquidations are.
    package func deleveragingEvents(
        _ range: TimeRange
    ) throws(StoreError) -> Sourced<DeleveragingEvent> {
        try forcedCloses(range, kind: "adl")
    }

    /// Takeovers by an insurance fund of a range one by one, chosen and ordered as liquidations are.
    package func takeoverEvents(
        _ range: TimeRange
    ) throws(StoreError) -> Sourced<TakeoverEvent> {
        try forcedCloses(range, kind: "insurance")
    }

    private struct EventKey: Equatable {
        let time: Timestamp
        let venue: VenueID
        let instrument: InstrumentID
        let event: String
        let number: Int64
    }

    /// The stretch of a feed that one source alone answers for.
    private struct FeedHour: Hashable {
        let venue: VenueID
        let instrument: InstrumentID
        let hour: Timestamp

        init<Kind>(_ close: ForcedClose<Kind>) {
            venue = close.venue
            instrument = close.instrument
            let sinceHour = close.time.sinceMidnight.microseconds % TimeSpan.hour.microseconds
            hour = close.time - TimeSpan(microseconds: sinceHour)
        }
    }

    private func forcedCloses<Kind>(
        _ range: TimeRange, kind: String
    ) throws(StoreError) -> Sourced<ForcedClose<Kind>> {
        let sql = Self.select(
            """
            venue, asset, instrument, time, side, order_price, average_price, ordered, filled, unit,
            contract_size, quanto_usd, event, number
            """,
            from: .liquidationEvents, where: "AND time >= ? AND time < ? AND kind = ?")
        let arguments: StatementArguments = [
            asOf.microseconds, range.start.microseconds, range.end.microseconds, kind,
        ]
        let selection = RowSelection(.liquidationEvents, where: ["kind": kind], in: range)
        let found = try connection.rows(sql, arguments, of: selection) { fields in
            let close: ForcedClose<Kind> = try Self.forcedClose(fields)
            let key = EventKey(
                time: close.time, venue: close.venue, instrument: close.instrument,
                event: try fields.text(13), number: try fields.integer(14))
            return (key, (close: close, source: SourceID(try fields.text(0))))
        }
        var chosen: [FeedHour: SourceID] = [:]
        for row in found.rows {
            let hour = FeedHour(row.close)
            chosen[hour] = min(chosen[hour] ?? row.source, row.source)
        }
        let rows = found.rows.filter { chosen[FeedHour($0.close)] == $0.source }
        return Sourced(
            rows: rows.map(\.close),
            sources: Provenance(rows.map(\.source), rows: [selection]))
    }

    private static func forcedClose<Kind>(
        _ fields: StoredFields
    ) throws(StoreError) -> ForcedClose<Kind> {
        ForcedClose(
            venue: VenueID(try fields.text(1)), instrument: InstrumentID(try fields.text(3)),
            asset: AssetID(try fields.text(2)), time: try fields.time(4),
            closed: fields.isNull(5) ? nil : try fields.word(5),
            orderPrice: try fields.optionalFigure(6),
            averagePrice: try fields.optionalFigure(7),
            orderedQuantity: try fields.optionalFigure(8),
            filledQuantity: try fields.optionalFigure(9), contract: try contract(fields))
    }

    /// What a contract is; `nil` where its size is not known, or of a quanto what it pays in.
    private static func contract(_ fields: StoredFields) throws(StoreError) -> ContractSize? {
        let unit = try fields.text(10)
        guard let size = try fields.optionalFigure(11) else { return nil }
        switch unit {
        case "coins": return .linear(coins: size)
        case "usd": return .inverse(dollars: size)
        case "quanto":
            return try fields.optionalFigure(12).map {
                .quanto(unitsPerPoint: size, dollarsPerUnit: $0)
            }
        default: throw .damaged(reason: "a contract of \(unit) is none that we know")
        }
    }
}

internal import GRDB
package import Market

extension StoreSnapshot {
    /// Flows of all groups of funds, by group and day.
    package func fundFlows() throws(StoreError) -> Sourced<FundFlow> {
        let sql = Self.select("fund, day, known, flow_usd", from: .fundFlows)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.fundFlows)) {
            fields in
            let flow = FundFlow(
                fund: try fields.text(1),
                day: CalendarDay(daysSinceEpoch: try fields.count(2)), known: try fields.time(3),
                dollars: try fields.figure(4))
            return ([flow.fund, "\(flow.day.daysSinceEpoch)"], flow)
        }
    }

    /// Events of which any part lies in a range, by when they begin, then by name.
    package func events(_ range: TimeRange) throws(StoreError) -> Sourced<MarketEvent> {
        // All revisions of an event are read before one is chosen: the chosen one says when it is.
        let sql = Self.select(
            "id, kind, subject, start, \"end\", title, known, citation", from: .events)
        let selection = RowSelection(.events)
        let found = try connection.rows(sql, [asOf.microseconds], of: selection) { fields in
            let event = MarketEvent(
                id: try fields.text(1), kind: try fields.word(2), subject: try fields.text(3),
                start: try fields.time(4), end: try fields.optionalTime(5),
                title: try fields.text(6), citation: try fields.text(8),
                known: try fields.time(7))
            return (event.id, (event, SourceID(try fields.text(0))))
        }
        let inRange = found.rows.filter { $0.0.overlaps(range) }
            .sorted { ($0.0.start, $0.0.id) < ($1.0.start, $1.0.id) }
        return Sourced(
            rows: inRange.map(\.0), sources: Provenance(inRange.map(\.1), rows: [selection]))
    }
}

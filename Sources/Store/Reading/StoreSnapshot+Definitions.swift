internal import GRDB
package import Market

extension StoreSnapshot {
    /// Coins and tokens, by name.
    package func assets() throws(StoreError) -> Sourced<Asset> {
        let sql = Self.select("asset, name, class", from: .assets)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.assets)) { fields in
            let asset = Asset(
                id: AssetID(try fields.text(1)), name: try fields.text(2),
                assetClass: try fields.word(3))
            return (asset.id, asset)
        }
    }

    /// Contracts, by name.
    package func instruments() throws(StoreError) -> Sourced<Instrument> {
        let sql = Self.select(
            "instrument, venue, asset, coins_per_price, quote", from: .instruments)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.instruments)) {
            fields in
            let instrument = Instrument(
                id: InstrumentID(try fields.text(1)), venue: VenueID(try fields.text(2)),
                asset: AssetID(try fields.text(3)), coinsPerPrice: try fields.figure(4),
                quote: try fields.text(5))
            return (instrument.id, instrument)
        }
    }

    /// The supplies of every snapshot known, by moment and asset.
    package func supplies() throws(StoreError) -> Sourced<Supply> {
        let sql = Self.select("asset, observed, rank, supply, price, cap", from: .supplies)
        return try connection.rows(
            sql, [asOf.microseconds], of: RowSelection(.supplies), Self.supply)
    }

    private static func supply(_ fields: StoredFields) throws -> (key: [String], value: Supply) {
        let supply = Supply(
            asset: AssetID(try fields.text(1)), observed: try fields.time(2),
            rank: try fields.count(3), coins: try fields.figure(4), price: try fields.figure(5),
            cap: try fields.figure(6))
        return ([supply.asset.text, "\(supply.observed.microseconds)"], supply)
    }

    /// Which asset belongs to which sector, by sector and asset.
    package func sectorMembers() throws(StoreError) -> Sourced<SectorMember> {
        let sql = Self.select("sector, title, asset, \"group\", citation", from: .sectors)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.sectors)) { fields in
            let member = SectorMember(
                sector: SectorID(try fields.text(1)), title: try fields.text(2),
                asset: AssetID(try fields.text(3)), group: try fields.optionalText(4),
                citation: try fields.text(5))
            return ([member.sector.text, member.asset.text], member)
        }
    }

    /// What people write for each asset, by asset, ticker and kind.
    package func tickers() throws(StoreError) -> Sourced<AssetTicker> {
        let sql = Self.select(
            "asset, ticker, kind, valid_from, valid_until, coins_per_unit, successor, citation",
            from: .tickers)
        return try connection.rows(sql, [asOf.microseconds], of: RowSelection(.tickers)) { fields in
            let ticker = AssetTicker(
                asset: AssetID(try fields.text(1)), ticker: try fields.text(2),
                kind: try fields.word(3), from: try fields.optionalTime(4),
                until: try fields.optionalTime(5), coinsPerUnit: try fields.figure(6),
                into: try fields.optionalText(7).map { AssetID($0) }, citation: try fields.text(8))
            return ([ticker.asset.text, ticker.ticker, ticker.kind.rawValue], ticker)
        }
    }
}

internal import Evidence
internal import Indices
public import Market
public import Narrative
internal import Store

extension Engine {
    /// Which assets moved furthest over a window, and where that leaves them: beyond what their beta
    /// explains, in volatilities of their own, among the days before, against their averages.
    ///
    /// - Input: `count`, how many stand in each table, from 1 up; `sector`, the name of a sector to keep
    ///   to, `nil` for the whole market.
    /// - Throws: `EngineError.unknownName` where no such sector is known by the as-of; `StoreError`.
    public func movers(
        _ question: Question, count: Int = 10, sector: SectorID? = nil
    ) throws -> Report {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let inputs = try DayInputs(question, from: snapshot)
        let sectors = Set(inputs.sectorMembers.rows.map(\.sector)).sorted()
        if let sector, !sectors.contains(sector) {
            throw EngineError.unknownSector(sector.text, known: sectors.map(\.text))
        }
        let findings = DayFindings(inputs)
        let book = Self.moversEvidence(findings, inputs)
        return narrated(book, question, inputs.sources) { narrator, sources in
            narrator.moversReport(
                count: max(1, count), sector: sector.map(Subject.sector),
                window: question.window.description, sources: sources)
        }
    }

    private static func moversEvidence(_ findings: DayFindings, _ inputs: DayInputs)
        -> EvidenceBook
    {
        var scribe = FactScribe(inputs.question)
        let priced = findings.board.sources + inputs.pricing
        let basket = priced + inputs.supplies.sources + inputs.assets.sources
        scribe.recordMarket(findings.market, volume: findings.marketVolume, from: basket)
        scribe.recordAssets(findings.pricedAssets, inputs)
        scribe.recordDisagreements(findings.pricedAssets)
        scribe.recordSectors(
            findings.sectors, exposed: findings.exposed, market: findings.market?.change.change,
            from: basket + inputs.sectorMembers.sources)
        scribe.recordBreadth(findings.history, from: inputs.dailyCloses.sources + inputs.pricing)
        scribe.recordHistories(
            findings.history,
            changes: Dictionary(
                uniqueKeysWithValues: findings.pricedAssets.map { ($0.asset, $0.change) }),
            market: findings.market?.change.change, from: inputs.dailyCloses.sources + basket)
        return scribe.book
    }
}

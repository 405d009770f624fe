internal import Evidence
package import Indices
internal import Market
public import Narrative
internal import Series
internal import Store

extension Engine {
    /// What an index of ours did over a window and what made its change, beside the other indices.
    ///
    /// - Input: `name`, an index of the catalogue, `sector:NAME`, or one of `definitions`; `compares`,
    ///   whether to hold it against the provider's hour by hour.
    /// - Throws: `EngineError.unknownIndex`; `EngineError.outsideData` where the store holds no supplies
    ///   by then; `StoreError`.
    public func index(
        _ name: String = "total", _ question: Question, compares: Bool = false
    ) throws -> Report {
        try index(name, question, compares: compares, definitions: [])
    }

    /// The same, with definitions of the user's own.
    package func index(
        _ name: String, _ question: Question, compares: Bool, definitions: [IndexDefinition]
    ) throws -> Report {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let hoursFrom =
            compares ? question.asOf - IndexInputs.reconciled : question.range.start
        let inputs = try IndexInputs(question, hoursFrom: hoursFrom, from: snapshot)
        guard !inputs.supplies.rows.isEmpty else {
            throw EngineError.outsideData(
                asOf: question.asOf, extent: try snapshot.extentOfTotal())
        }
        let known =
            IndexDefinition.catalogue + Self.sectors(inputs.sectorMembers.rows) + definitions
        guard let focus = known.first(where: { $0.name == name }) else {
            throw EngineError.unknownIndex(name, known: known.map(\.name))
        }
        let findings = IndexFindings(
            inputs, focus: focus, family: known.filter { $0.name != name }, compares: compares)
        return narrated(Self.evidence(findings, inputs), question, inputs.sources) {
            $0.indexReport(
                of: .ours(focus), family: known.filter { $0.name != name }.map(Subject.ours),
                window: question.window.description, sources: $1)
        }
    }

    private static func sectors(_ rows: [SectorMember]) -> [IndexDefinition] {
        var seen: Set<SectorID> = []
        return rows.sorted { ($0.sector, $0.asset) < ($1.sector, $1.asset) }
            .filter { seen.insert($0.sector).inserted }
            .map { .sector($0.sector, title: $0.title) }
    }

    private static func evidence(_ findings: IndexFindings, _ inputs: IndexInputs) -> EvidenceBook {
        var scribe = FactScribe(inputs.question)
        let sources =
            inputs.supplies.sources + inputs.assets.sources + inputs.hourlyCloses.sources
            + inputs.dailyCloses.sources
        scribe.recordIndices(findings, from: sources)
        scribe.recordRestatements(findings.setting.supplies, from: inputs.supplies.sources)
        scribe.recordIndexHistory(findings.history, of: findings.definition, from: sources)
        scribe.recordComparison(
            findings.comparison, of: findings.definition,
            from: sources + inputs.totalHourly.sources)
        return scribe.book
    }
}

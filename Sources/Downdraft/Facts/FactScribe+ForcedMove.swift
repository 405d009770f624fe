internal import Cascades
internal import Evidence
internal import Market
internal import Store

extension FactScribe {
    /// How much of a coin's move was forced, law by law; nothing where no law can tell.
    mutating func recordForced(_ forced: ForcedMove?, _ inputs: CascadeInputs) {
        guard let forced, let range = forced.range else { return }
        let subject = Subject.asset(forced.asset)
        let end = question.range.end
        let sources = inputs.sources
        record(
            Measure("forced.change").dot(window), of: subject, forced.change, .ratio, at: end,
            .changeOfCloses, from: sources)
        record(
            Measure("forced.share").dot(window), of: subject, range.median, .ratio, low: range.low,
            high: range.high, at: end, .cascadeShare, from: sources, standing: .simulated)
        for law in CascadeUncertainty.Law.allCases {
            guard let found = forced.shares[law] else { continue }
            let measure = Measure("forced.share.\(law.rawValue)")
            recordText(measure.dot("law"), of: subject, law.title, at: end, .cascadeLaw, from: [])
            record(
                measure.dot("effectiveDraws"), of: subject, found.effectiveSize.rounded(.down),
                .count, at: end, .cascadeShare, from: sources)
            guard let share = found.share else {
                recordAbsence(of: measure, of: subject, .ratio, .cascadeShare)
                continue
            }
            record(
                measure, of: subject, share.median, .ratio, low: share.low, high: share.high,
                at: end, .cascadeShare, from: sources, standing: .simulated)
        }
    }
}

internal import Cascades
internal import Evidence
internal import Market

extension FactScribe {
    /// How much of each venue's liquidations is statistically attributable to earlier ones, or why that was
    /// not asked; with the words that have to stand beside any such share.
    mutating func recordFits(_ series: EventSeries, from sources: Provenance) {
        let fits = series.venues.compactMap { EventSeriesFit($0, window: series.window) }
        for fit in fits { record(fit, from: sources) }
        guard fits.contains(where: { $0.models != nil }) else { return }
        recordText(
            "attributable.wording", of: .question, HawkesFit.wording, .hawkesExponential, from: [])
        for (place, caveat) in HawkesFit.caveats.enumerated() {
            recordText(
                Measure("attributable.caveat.\(place + 1)"), of: .question, caveat,
                .hawkesExponential, from: [])
        }
    }

    private mutating func record(_ fit: EventSeriesFit, from sources: Provenance) {
        let subject = Subject.venue(fit.venue)
        let measure = Measure("attributable").dot(window)
        let end = fit.stretch.end
        for (name, instant) in [("opened", fit.stretch.start), ("closed", end)] {
            record(
                measure.dot(name), of: subject, .instant(instant), .instant, at: end,
                .hawkesExponential, from: sources)
        }
        record(
            measure.dot("instants"), of: subject, Double(fit.count), .count, at: end,
            .hawkesExponential, from: sources)
        if let reason = fit.reason {
            recordText(
                measure.dot("withheld"), of: subject, reason, at: end, .hawkesExponential,
                from: sources)
        }
        guard let models = fit.models else { return }
        record(
            models.exponential, as: measure, of: subject, at: end, .hawkesExponential, from: sources
        )
        record(
            models.sum, as: measure.dot("sum"), of: subject, at: end, .hawkesSum, from: sources)
        for (place, episode) in models.episodes.enumerated() {
            record(episode, as: measure.dot("episode.\(place + 1)"), of: subject, from: sources)
        }
    }

    private mutating func record(
        _ fit: HawkesFit, as measure: Measure, of subject: Subject, at end: Timestamp,
        _ method: Method, from sources: Provenance
    ) {
        record(
            measure, of: subject, fit.endogenousShare, .ratio, at: end, method, from: sources,
            standing: .estimated)
        // Two standard errors either way; a ratio is not below zero.
        let ratio = fit.model.branchingRatio
        record(
            measure.dot("branching"), of: subject, ratio, .coefficient,
            low: fit.branchingError.map { max(0, ratio - 2 * $0) },
            high: fit.branchingError.map { ratio + 2 * $0 }, at: end, method, from: sources,
            standing: .estimated)
        record(
            measure.dot("likelihood"), of: subject, fit.logLikelihood, .coefficient, at: end,
            method, from: sources, standing: .estimated)
        guard let test = fit.residualTest else { return }
        let parts = [
            ("distance", test.distance, test.distanceProbability),
            ("dependence", test.dependence, test.dependenceProbability),
        ]
        for (name, statistic, probability) in parts {
            record(
                measure.dot(name), of: subject, statistic, .coefficient, at: end, .residualTest,
                from: sources)
            record(
                measure.dot(name).dot("probability"), of: subject, probability, .ratio, at: end,
                .residualTest, from: sources)
        }
    }

    private mutating func record(
        _ episode: EventSeriesFit.Episode, as measure: Measure, of subject: Subject,
        from sources: Provenance
    ) {
        let end = min(episode.hour + .hour, question.range.end)
        let start = max(episode.hour, question.range.start)
        record(
            measure, of: subject, episode.share, .ratio, at: end, .hawkesExponential,
            from: sources, standing: .estimated)
        record(
            measure.dot("instants"), of: subject, Double(episode.count), .count, at: end,
            .hawkesExponential, from: sources)
        record(
            measure.dot("opened"), of: subject, .instant(start), .instant, at: start,
            .hawkesExponential, from: sources)
    }
}

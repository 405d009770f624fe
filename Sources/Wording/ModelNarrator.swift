internal import Evidence
package import Narrative

/// Words a report by a model, behind a `Fence`: what does not pass stands as the template has it.
///
/// Asks about one paragraph at a time. The answer depends on what the transport brings and on nothing else; time, bytes,
/// sentences and attempts are bounded by `ModelSettings`.
package struct ModelNarrator: Sendable {
    /// How far the work has come.
    package struct Progress: Hashable, Sendable {
        /// The paragraph that is being worded, from 1.
        package let paragraph: Int
        /// How many there are.
        package let paragraphs: Int
        /// How many bytes of its answer have come.
        package let bytes: Int
    }

    private let settings: ModelSettings

    /// A narrator with its model and bounds.
    package init(_ settings: ModelSettings) {
        self.settings = settings
    }

    /// Words a report.
    package func worded(
        _ report: Report, by transport: inout some CompletionTransport,
        clock: some WaitingClock, progress: (Progress) -> Void = { _ in }
    ) -> WordedReport {
        var parts = ReportParts(report)
        let count = parts.places.count
        var work = WordingWork(settings: settings)
        for (index, place) in parts.places.enumerated() {
            let paragraph = PromptedParagraph(parts[place], limit: settings.maximumSentences)
            let answer = work.answer(paragraph, by: &transport, clock) { bytes in
                progress(Progress(paragraph: index + 1, paragraphs: count, bytes: bytes))
            }
            parts[place] = work.taken(parts[place], paragraph, answer, place.name)
        }
        return WordedReport(
            report: parts.report, asked: work.asked, rejections: work.rejections,
            trouble: work.trouble)
    }
}

import TestSupport
import Testing

@testable import Outlook

@Suite struct ForecastLedgerTests {
    private let day = MadeBars.day

    private func forecast(
        _ level: Double, _ simulation: Double, _ closedForm: Double?, days: Int64 = 2,
        issuedAt: Int64 = 0
    ) -> IssuedForecast? {
        let event = ForecastEvent(
            subject: "TOTAL", condition: .touch(.down, level: level), start: 0, end: days * day,
            interval: day)
        let probabilities = [
            IssuedForecast.Probability(.simulation, simulation),
            closedForm.flatMap { IssuedForecast.Probability(.closedForm, $0) },
        ].compactMap { $0 }
        return event.flatMap {
            IssuedForecast(
                event: $0, label: "\(level)", asOf: 0, issuedAt: issuedAt, price: 100,
                probabilities: probabilities)
        }
    }

    @Test func whatIsIssuedIsResolvedAndScored() throws {
        let bars = try #require(MadeBars.through([98, 95, nil, 80]))
        let issued = [
            forecast(96, 0.75, 0.5), forecast(90, 0.25, 0.5), forecast(85, 0.5, nil),
            forecast(84, 0.9, 0.9, days: 3), forecast(83, 0.1, 0.1, days: 9),
            forecast(97, 0.5, 0.5, issuedAt: day),
        ].compactMap { $0 }
        var ledger = ForecastLedger()
        let added = ledger.add(issued + issued)
        #expect(added == 6 && ledger.entries.map(\.forecast) == issued)
        let again = ledger.add(issued)
        #expect(again == 0)
        #expect(ledger.due(at: 2 * day - 1).isEmpty && ledger.due(at: 3 * day).count == 5)
        let unknown = ledger.resolve(at: 3 * day) { _, _ in nil }
        #expect(unknown == 0)
        let resolved = ledger.resolve(at: 3 * day) { subject, interval in
            subject == "TOTAL" && interval == day ? bars : nil
        }
        #expect(resolved == 5)
        let outcomes = ledger.entries.map { $0.resolution?.outcome }
        #expect(
            outcomes == [
                .happened, .didNotHappen, .didNotHappen, .undecidable, nil, .happened,
            ])
        // 0.25 and 0.25 and 0.5 off, squared: 0.375 of three; against the closed form 0.125 of 0.5.
        let scores = ledger.scores()
        #expect(scores.map(\.method) == [.closedForm, .simulation])
        #expect(agree(scores[1].brier.score, 0.125) && scores[1].brier.count == 3)
        #expect(agree(scores[1].skillAgainstClosedForm, 0.75))
        #expect(scores[0].skillAgainstClosedForm == 0)
        #expect(ledger.scores(includingHindsight: true).last?.brier.count == 4)
        // What is written stays.
        let later = ledger.resolve(at: 4 * day) { _, _ in bars }
        #expect(later == 0)
        #expect(ForecastLedger(ledger.entries + ledger.entries) == ledger)
    }
}

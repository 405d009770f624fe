import Evidence
import Market
import Testing

@Suite struct SeriesFactTests {
    private static let times = (0..<3).map { Timestamp(seconds: 1_737_936_000 + $0 * 3600) }

    private static func series(
        _ measure: Measure = "bars.1h", of subject: Subject = .total, times: [Timestamp] = times,
        interval: TimeSpan = .hour, name: String = "close", unit: Unit = .usd,
        values: [Double?] = [1, nil, 3], method: Method = Method("bars"),
        sources: Provenance = ["a"], standing: Fact.Standing = .measured
    ) -> SeriesFact {
        SeriesFact(
            measure, of: subject, times: times, interval: interval,
            columns: [SeriesFact.Column(name, unit, values)], asOf: times[0], method: method,
            sources: sources, standing: standing)
    }

    @Test func anyOtherFieldIsAnotherSeries() {
        let later = Self.times.dropLast() + [Self.times[2] + .hour]
        let others = [
            Self.series(), Self.series("bars.1d"), Self.series(of: .own),
            Self.series(times: Array(later)), Self.series(interval: .day),
            Self.series(name: "open"), Self.series(unit: .ratio), Self.series(values: [1, 0, 3]),
            Self.series(values: [1, 3, nil]), Self.series(values: [1, nil, 3.0.nextUp]),
            Self.series(method: Method("bars", version: 2)), Self.series(sources: ["b"]),
            Self.series(standing: .floor),
        ]
        #expect(Set(others.map(\.id)).count == others.count)
        #expect(Self.series() == Self.series())
    }

    @Test func columnsAreFoundByName() {
        #expect(Self.series().values("close") == [1, nil, 3])
        #expect(Self.series().values("volume") == [])
    }

    @Test func aColumnOfAnotherLengthTraps() async {
        await #expect(processExitsWith: .failure) { _ = Self.series(values: [1, 2]) }
    }
}

import Evidence
import Market
import Narrative

/// Reports that nobody means well with.
enum HostileSample {
    static let titles = [
        "<script>alert('x')</script>", "\"><img src=x onerror=alert(1)>", "line\nbreak\r\nand\ttab",
        "\u{1B}]0;owned\u{7}\u{1B}[2J\u{1B}[31mred", "\u{9B}31mC1", "abc\u{202E}fdp.exe\u{2066}x",
        String(repeating: "性能对标 ", count: 2500), String(repeating: "x", count: 10_000),
        "a | b | c `code` [l](javascript:alert(1)) **b** <!-- c -->", "]]></title></svg><style>*{}",
        "",
        "# heading", "1. list", "```fence", "---", "{{x}} ${y} %s \\",
    ]

    static func empty() -> Report {
        Report(
            title: "", asOf: SampleEvidence.asOf, window: "", headline: "", lead: [], sections: [],
            book: EvidenceBook(), gaps: [], sources: [])
    }

    static func onlyGaps() -> Report {
        Report(
            title: "Why?", asOf: SampleEvidence.asOf, window: "24h", headline: "Nobody knows",
            lead: [],
            sections: [Section("none", "Nothing", [])], book: EvidenceBook(),
            gaps: (0..<3).map { ReportGap("gap-\($0)", .thin, "There is no data.") }, sources: [])
    }

    /// Runs of values with nothing, one row, holes, constants, huge and negative values.
    static func plots() -> [Chart.Plot] {
        let columns: [[Double?]] = [
            [], [nil], [1], [nil, nil, nil], [0, 0, 0], [5, 5, 5], [-3, nil, -7],
            [1.7e308, -1.7e308, 0], [Double.leastNonzeroMagnitude, nil, 0],
            [1, nil, 2, nil, nil, 3],
            [-0.0, -1e-300, 1e300],
        ]
        return columns.flatMap { values -> [Chart.Plot] in
            let run = SmallSample.columns(values, values)
            let facts = values.map {
                SampleEvidence.fact("a", "b:c", $0.map { .number($0) } ?? .none, .usd)
            }
            let candles = SampleEvidence.series(
                "bars", "index:X", run.times, run.interval,
                ["open", "high", "low", "close"].map { .init($0, .usd, values) })
            return [
                .columns(run), .panels([run, run]), .panels([]), .bars(BarPlot(facts)),
                .price(PricePlot(bars: run)),
                .price(
                    PricePlot(
                        bars: candles, overlays: [run], levels: facts.map(SampleEvidence.level),
                        oscillator: run)),
            ]
        }
    }
}

import Foundation
import TestSupport
import Testing

/// The command line as a user meets it, on the bundled case.
@Suite struct CommandLineTests {
    private static let shared = Result { try CaseStore() }

    /// The bundled case, imported by the program itself.
    private final class CaseStore: Sendable {
        let folder: TemporaryFolder
        let path: String

        init() throws {
            folder = try TemporaryFolder()
            path = folder.path("store.sqlite")
            let run = try CommandRun(
                "import", Repository.path("Cases/2025-01-27"), "--store", path)
            try #require(run.status == 0, "\(run.error)")
        }
    }

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, environment: ["DOWNDRAFT_STORE": Self.shared.get().path])
    }

    @Test func theReportIsPrintedWithoutColourWhereNobodyLooks() throws {
        let report = try run("explain", "--at", "2025-01-27T12:00Z")
        #expect(report.status == 0, "\(report.error)")
        #expect(report.error.isEmpty, "a pipe wants no progress: \(report.error)")
        #expect(!report.output.contains("\u{1B}"))
        #expect(report.output.contains("falls 6.71\u{A0}%"))
    }

    @Test func anExplanationHasStylesAndLanguages() throws {
        let asked = ["explain", "--at", "2025-01-27T12:00Z"]
        let environment = ["DOWNDRAFT_STORE": try Self.shared.get().path]
        let brief = try CommandRun(
            asked + ["--style", "brief", "--language", "es"], environment: environment)
        #expect(brief.status == 0, "\(brief.error)")
        #expect(brief.output.contains("cayó un 6,71\u{A0}%"))
        #expect(!brief.output.contains("Lo que no sabemos"))
        let thread = try CommandRun(asked + ["--style", "thread"], environment: environment)
        #expect(thread.status == 0 && thread.output.contains(" 1. 27\u{A0}January 2025"))
    }

    @Test func aThinAnswerIsPrintedAndSaysSo() throws {
        let report = try run("explain", "--at", "2024-12-10T13:00Z")
        #expect(report.status == 2 && !report.output.isEmpty)
        #expect(report.error.contains("thin"))
    }

    @Test(arguments: [
        ["explain", "--at", "yesterday"], ["explain", "--at", "2025-01-27"],
        ["explain", "--at", "2025-01-27T12:00"], ["explain", "--day", "27.01.2025"],
        ["explain", "--day", "2025-02-30"], ["explain", "--window", "soon"],
        ["explain", "--window", "5m"], ["explain", "--window", "90d"],
        ["explain", "--day", "2025-01-27", "--at", "2025-01-27T12:00Z"],
        ["explain", "--format", "pdf"], ["explain", "--style", "long"],
        ["explain", "--language", "fr"], ["explain", "--nonsense"], ["import"], ["dance"],
    ])
    func whatCannotBeUnderstood(arguments: [String]) throws {
        let run = try CommandRun(
            arguments, environment: ["DOWNDRAFT_STORE": Self.shared.get().path])
        #expect(run.status == 64 && run.output.isEmpty && !run.error.isEmpty, "\(run.error)")
    }

    /// What each of the other reports says first of the golden day, and that JSON is JSON.
    @Test(arguments: [
        (["index", "total"], "Total fell 6.71\u{A0}%"), (["movers", "--top", "3"], "AVAAI fell"),
        (["levels"], "TOTAL at $3.296T"), (["indicators", "RNDR"], "RENDER at $5.892"),
        (["liquidations"], "At least $101M of longs"),
        (["simulate", "BTC"], "could account for"),
        (["outlook", "BTC", "--no-record"], "Within 10\u{A0}days BTC"),
        (["alerts", "--window", "7d"], "Alerts that went off in 7\u{A0}days: 2"),
        (["backtest", "outlook"], "Over 10\u{A0}days the probabilities"),
        (["backtest", "causes"], "On days on which nothing happened"),
        (
            [
                "margin", "binance-usdt-m", "BTC", "--size", "0.5", "--entry", "102000",
                "--leverage", "20",
            ], "Liquidated at $97,289.2"
        ),
    ])
    func theOtherReports(arguments: [String], words: String) throws {
        let environment = ["DOWNDRAFT_STORE": try Self.shared.get().path]
        let at = arguments + ["--at", "2025-01-27T12:00Z"]
        let report = try CommandRun(at, environment: environment)
        #expect(report.status == 0 && report.output.contains(words), "\(report.error)")
        let json = try CommandRun(at + ["--format", "json"], environment: environment)
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    }

    /// Rules from a file, their claims written down once, and a report that holds whether they were or not.
    @Test func alertsAreWrittenDownOnRequest() throws {
        let folder = try TemporaryFolder()
        let store = folder.path("store.sqlite")
        try FileManager.default.copyItem(atPath: Self.shared.get().path, toPath: store)
        try folder.write(
            """
            {"format":"downdraft.alerts/1","rules":[{"name":"mine","of":"BTCUSDT","bars":"1d",
            "watch":{"quantity":"move","over":1},"at_most":0,"until":0.001,
            "then":{"way":"further","swings":1,"within":2}}]}
            """, to: "mine.json")
        func run(_ arguments: String...) throws -> CommandRun {
            try CommandRun(arguments + ["--store", store])
        }
        let at = ["--at", "2025-01-20T12:00Z", "--window", "7d"]
        func alerts(_ more: String...) throws -> CommandRun {
            try CommandRun(["alerts"] + at + more + ["--store", store])
        }
        let quiet = try alerts("--rules", folder.path("mine.json"))
        #expect(quiet.status == 0 && quiet.output.contains("mine went off"), "\(quiet.error)")
        #expect(try run("score").status == 64)
        let written = try alerts("--rules", folder.path("mine.json"), "--record")
        #expect(written.output == quiet.output)
        let score = try run("score")
        #expect(score.status == 0 && score.output.contains("Alerts, one by one"), "\(score.error)")
        #expect(try alerts("--rules", folder.path("mine.json"), "--record").status == 0)
        #expect(
            try run("score").output.split(separator: "\n").dropFirst().first
                == score.output.split(separator: "\n").dropFirst().first)
        // Built-in rules need no file, so their report can be made again.
        let json = try alerts("--record", "--format", "json")
        try folder.write(json.output, to: "report.json")
        let held = try run("verify", folder.path("report.json"))
        #expect(
            held.status == 0 && held.output.contains("are the same"), "\(held.output)\(held.error)")
        let own = try alerts("--rules", folder.path("mine.json"), "--format", "json")
        try folder.write(own.output, to: "own.json")
        #expect(try run("verify", folder.path("own.json")).status == 64)
    }

    /// One line that names the remedy, and a code of its own.
    @Test(arguments: [
        (["indicators", "XYZ"], 3, "did you mean"), (["levels", "BEAM"], 3, "BEAM-PRIVACY"),
        (["index", "totl"], 3, "total-ex-stable"), (["movers", "--sector", "ia"], 3, "layer-1"),
        (["movers", "--top", "0"], 64, "1 to 500"),
        (["levels", "--since", "November"], 64, "2024-11-21"),
        (["index", "mine", "--definitions", "/nowhere.json"], 10, "check the path"),
        (
            ["margin", "nowhere", "BTC", "--size", "1", "--entry", "1", "--leverage", "2"], 64,
            "bybit"
        ),
        (
            [
                "margin", "binance-usdt-m", "BTC", "--size", "1", "--entry", "1e5", "--leverage",
                "1e9",
            ],
            64, "impossible"
        ),
        (["margin", "binance-usdt-m", "BTC", "--size", "1", "--entry", "1e5"], 64, "--leverage"),
        (["liquidations", "--window", "1h"], 64, "longer"),
        (["alerts", "--rules", "/nowhere.json"], 10, "check the path"),
        (["alerts", "--rules", Repository.path("Docs/alerts.md")], 13, "correct the file"),
        (
            ["alerts", "--rules", Repository.path("Cases/2025-01-27/manifest.json")], 15,
            "downdraft.case/1"
        ),
    ])
    func whatTheOtherReportsCannotAnswer(arguments: [String], status: Int, words: String) throws {
        let run = try CommandRun(
            arguments + ["--at", "2025-01-27T12:00Z"],
            environment: ["DOWNDRAFT_STORE": Self.shared.get().path])
        #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.status) \(run.error)")
        #expect(run.error.contains(words), "\(run.error)")
    }

    @Test func anIndexOfOnesOwn() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            {"format": "downdraft.indices/1", "indices": [{"name": "majors", "title": "Majors, all alike",
            "universe": {"classes": ["coin"], "only": ["BTC", "ETH", "SOL"]}, "weighting": {"by": "equal"}}]}
            """, to: "mine.json")
        let report = try run(
            "index", "majors", "--definitions", folder.path("mine.json"), "--at",
            "2025-01-27T12:00Z")
        #expect(report.status == 0 && report.output.contains("Majors, all alike fell"))
    }

    @Test func aDayOutsideTheDataSaysWhatThereIs() throws {
        let report = try run("explain", "--day", "2021-05-19")
        #expect(report.status == 3 && report.output.isEmpty)
        #expect(
            report.error.contains("2024-04-07") && report.error.split(separator: "\n").count == 1)
    }

    @Test func withoutATimeTheLatestIsExplained() throws {
        let report = try run("explain", "--format", "json")
        #expect(report.status == 0 || report.status == 2, "\(report.error)")
        #expect(report.output.contains("downdraft.report/1"))
    }

    @Test func factsArePickedByName() throws {
        let facts = try run(
            "facts", "--at", "2025-01-27T12:00Z", "--measure", "rsi.14", "--subject",
            "index:TOTAL", "--format", "json")
        #expect(facts.status == 0)
        let list = try JSONSerialization.jsonObject(with: Data(facts.output.utf8))
        #expect((list as? [[String: Any]])?.count == 1)
        let none = try run("facts", "--at", "2025-01-27T12:00Z", "--measure", "nonsense")
        #expect(none.status == 3)
    }

    @Test func aReportIsWrittenWholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("report.html")
        let written = try run(
            "explain", "--at", "2025-01-27T12:00Z", "--format", "html", "--output", file)
        #expect(written.status == 0 && written.output.isEmpty)
        #expect(
            String(decoding: try folder.bytes("report.html"), as: UTF8.self).hasSuffix("</html>\n"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(names == ["report.html"], "nothing half-written stays behind")
        let nowhere = try run(
            "explain", "--at", "2025-01-27T12:00Z", "--output", folder.path("no/such/report.html"))
        #expect(nowhere.status == 35, "\(nowhere.error)")
    }

    @Test(arguments: ["--version", "--help", "--generate-completion-script=bash"])
    func theHelpIsThere(argument: String) throws {
        let help = try run(argument)
        #expect(help.status == 0 && !help.output.isEmpty)
    }
}

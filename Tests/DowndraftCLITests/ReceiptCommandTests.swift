import CaseSupport
import Foundation
import TestSupport
import Testing

/// Reports that are held against their rows, as a user does it.
@Suite struct ReceiptCommandTests {
    private let folder: TemporaryFolder
    private let store: String

    init() throws {
        folder = try TemporaryFolder()
        store = folder.path("store.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: store)
    }

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments + ["--store", store])
    }

    private func report(_ more: String...) throws -> String {
        let run = try CommandRun(
            [
                "movers", "--at", "2025-01-27T12:00Z", "--top", "3", "--format", "json", "--store",
                store,
            ]
                + more)
        #expect(run.status == 0, "\(run.error)")
        return run.output
    }

    @Test func aReportHoldsUntilItIsAltered() throws {
        let text = try report()
        try folder.write(text, to: "report.json")
        let good = try run("verify", folder.path("report.json"))
        #expect(
            good.status == 0 && good.output.contains("are the same"), "\(good.output)\(good.error)")
        // A figure of one fact, changed in the file by hand.
        let line = try #require(text.split(separator: "\n").first { $0.contains("\"value\": -0.") })
        let forged = text.replacing(
            line, with: line.replacing("-0.", with: "-0.9"), maxReplacements: 1)
        try folder.write(forged, to: "forged.json")
        let bad = try run("verify", folder.path("forged.json"))
        #expect(bad.status == 5 && bad.output.contains("altered by hand"), "\(bad.output)")
        #expect(bad.output.contains("its seal is broken"))
        #expect(!bad.output.contains("data changed"))
    }

    @Test func signaturesAreOfOneKey() throws {
        let key = try CommandRun("key", folder.path("a.key"))
        #expect(key.status == 0 && key.output.count == 65)
        #expect(try CommandRun("key", folder.path("a.key")).status == 18)
        try folder.write(try report("--sign", folder.path("a.key")), to: "signed.json")
        let name = key.output.trimmingCharacters(in: .whitespacesAndNewlines)
        let held = try run("verify", folder.path("signed.json"), "--key", name)
        #expect(held.status == 0 && held.output.contains("signed with the key"), "\(held.output)")
        let other = String(name.reversed())
        #expect(try run("verify", folder.path("signed.json"), "--key", other).status == 5)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: folder.path("a.key"))
        let open = try run(
            "movers", "--at", "2025-01-27T12:00Z", "--format", "json", "--sign",
            folder.path("a.key"))
        #expect(open.status == 15 && open.error.contains("chmod 600"), "\(open.error)")
    }

    @Test(arguments: [
        #"{"schema": "downdraft.report/1", "question": {"asOf": "2025-01-27T12:00:00Z", "command": []}}"#,
        #"{"schema": "downdraft.report/1", "question": {"command": ["import", "/tmp"]}}"#,
        #"{"schema": "downdraft.report/1", "question": {"command": ["check", "/etc/passwd"]}}"#,
        #"{"schema": "downdraft.report/1", "question": {"command": ["key", "/tmp/x"]}}"#,
        #"{"schema": "downdraft.report/1", "question": {"command": ["index", "--definitions", "x"]}}"#,
        #"{"schema": "other"}"#, "[]", "", "{",
        String(repeating: "[", count: 100_000),
    ])
    func whatIsNoReportOfAStoreRunsNothing(text: String) throws {
        try folder.write(text, to: "bad.json")
        let bad = try run("verify", folder.path("bad.json"))
        #expect(bad.status == 64 && bad.output.isEmpty, "\(bad.status) \(bad.error)")
        #expect(bad.error.split(separator: "\n").count == 1, "\(bad.error)")
    }

    @Test func aReceiptGoesDownToTheRows() throws {
        let facts = try run(
            "facts", "--at", "2025-01-27T12:00Z", "--measure", "price", "--subject", "asset:NEAR",
            "--format", "json")
        let list = try JSONSerialization.jsonObject(with: Data(facts.output.utf8))
        let id = try #require((list as? [[String: Any]])?.first?["id"] as? String)
        let receipt = try run("receipt", id, "--at", "2025-01-27T12:00Z", "--rows", "2")
        #expect(receipt.status == 0, "\(receipt.error)")
        for words in [
            "price of asset:NEAR", "series=perp:binance:NEAR", "bars-binance-1h.csv.gz",
            "aggregate-of-fresh-venues", "close 4.4",
        ] {
            #expect(receipt.output.contains(words), "\(words)\n\(receipt.output)")
        }
        let none = try run("receipt", "0000", "--at", "2025-01-27T12:00Z")
        #expect(none.status == 64 && none.error.contains("downdraft facts"))
    }
}

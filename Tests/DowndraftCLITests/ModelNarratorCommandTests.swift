import Foundation
import TestSupport
import Testing

/// `explain --narrator model` against servers on this machine: the program, the program with the network, and a real socket.
@Suite struct ModelNarratorCommandTests {
    private static let shared = Result { try CaseStore() }

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

    private func explain(_ arguments: String..., environment: [String: String] = [:]) throws
        -> CommandRun
    {
        try CommandRun(
            ["explain", "--at", "2025-01-27T12:00Z"] + arguments,
            environment: environment.merging(["DOWNDRAFT_STORE": Self.shared.get().path]) { $1 })
    }

    private func server(_ words: String, status: String = "200 OK") throws -> StubServer {
        let event =
            "data: {\"choices\":[{\"delta\":{\"content\":\"\(words)\"}}]}\n\ndata: [DONE]\n\n"
        return try StubServer(
            StubServer.Answer(pieces: [
                Array("HTTP/1.1 \(status)\r\nConnection: close\r\n\r\n".utf8), Array(event.utf8),
            ]))
    }

    @Test func oneSentencePassesAndTheOthersStand() throws {
        let folder = try TemporaryFolder()
        let server = try server(
            "<think>BTC rose 50 %</think>S1: Crypto market drops 6.71% [f1] in 24 h [f2] to $3.296T [f3]; NAME4 lower "
                + "by 12.43% [f5]")
        let run = try explain(
            "--narrator", "model", "--endpoint", "http://127.0.0.1:\(server.port)", "--rejections",
            folder.path("log"), "--seed", "5", "--model", "a-model")
        #expect(run.status == 0, "\(run.error)")
        #expect(
            run.output.contains(
                "Crypto market drops 6.71\u{A0}% in 24\u{A0}h to $3.296T; AI tokens lower by"))
        #expect(run.output.contains("The total market capitalisation stood at $3.296T"))
        #expect(run.error.hasPrefix("model: 1 of "), "\(run.error)")
        let log = String(decoding: try folder.bytes("log"), as: UTF8.self)
        for line in log.split(separator: "\n") { #expect(JSONDocument(String(line)) != nil) }
        let asked = server.request
        #expect(asked.contains("\"seed\":5") && asked.contains("\"model\":\"a-model\""))
        // The store and what the user has in the environment stay at home.
        #expect(!asked.contains(try Self.shared.get().path) && !asked.contains("Authorization"))
    }

    @Test func theTemplateStandsWhereNobodyAnswers() throws {
        let port = try { try StubServer(StubServer.Answer(pieces: [])).port }()
        let run = try explain("--narrator", "model", "--endpoint", "http://127.0.0.1:\(port)")
        let template = try explain()
        #expect(run.status == 0 && run.output == template.output)
        #expect(run.error.contains("given up") && run.error.contains("model: 0 of "))
        #expect(template.error.isEmpty)
    }

    @Test func aKeyGoesNowhereButIntoItsHeader() throws {
        let server = try server("S1: a", status: "401 Unauthorized")
        let run = try explain(
            "--narrator", "model", "--endpoint", "http://127.0.0.1:\(server.port)",
            "--key-variable", "SECRET_KEY",
            environment: ["SECRET_KEY": "k-123", "OTHER_KEY": "o-1"])
        #expect(server.request.contains("Authorization: Bearer k-123"))
        #expect(!server.request.contains("o-1") && !run.error.contains("k-123"))
        #expect(run.error.contains("401"), "\(run.error)")
    }

    /// A file names the command that made it: one that would ask a model again is not run.
    @Test func verifyingAsksNoModel() throws {
        let folder = try TemporaryFolder()
        let asked = try server("S1: a")
        let run = try explain(
            "--narrator", "model", "--endpoint", "http://127.0.0.1:\(asked.port)", "--format",
            "json", "--output", folder.path("report.json"))
        #expect(run.status == 0, "\(run.error)")
        let before = asked.request
        let verified = try CommandRun(
            ["verify", folder.path("report.json")],
            environment: ["DOWNDRAFT_STORE": try Self.shared.get().path])
        #expect(verified.status == 64 && asked.request == before, "\(verified.error)")
    }

    @Test(arguments: [
        ["--endpoint", "https://api.example.com"], ["--endpoint", "nonsense"],
        ["--endpoint", "http://api.example.com", "--allow-remote"],
        ["--key-variable", "NOT_SET_ANYWHERE"], ["--model-timeout", "0"], ["--temperature", "9"],
    ])
    func whatCannotBeUnderstood(arguments: [String]) throws {
        let run = try CommandRun(
            ["explain", "--at", "2025-01-27T12:00Z", "--narrator", "model"] + arguments,
            environment: ["DOWNDRAFT_STORE": try Self.shared.get().path])
        #expect(run.status == 64 && run.output.isEmpty && !run.error.isEmpty, "\(run.error)")
    }

    @Test func withoutTheOtherProgramItSaysSo() throws {
        let folder = try TemporaryFolder()
        let alone = folder.url.appending(path: "downdraft")
        try FileManager.default.copyItem(at: CommandRun.program, to: alone)
        let run = try CommandRun(
            ["explain", "--at", "2025-01-27T12:00Z", "--narrator", "model"],
            environment: ["DOWNDRAFT_STORE": try Self.shared.get().path], program: alone)
        #expect(run.status == 10 && run.error.contains("downdraft-live"), "\(run.error)")
        #expect(run.error.contains("—"))
    }
}

public import Downdraft
import Import
import Market
public import Narrative
import Store
import TestSupport

/// The bundled case in a store of its own, imported once for all tests.
public enum GoldenCase {
    /// The folder of the case.
    public static let folder = Repository.path("Cases/2025-01-27")

    private static let store = Result { try StoreOfCase(folder) }

    /// The path of the store. Tests that change it take a copy.
    public static func path() throws -> String {
        try store.get().path
    }

    /// The answer at an instant written in ISO 8601.
    public static func report(_ text: String, _ window: Question.Window = .dayLong) throws -> Report
    {
        try Engine(store: path()).answer(question(text, window))
    }

    /// The answer over a window as the command line spells it, for tests that do not import the engine.
    public static func report(_ text: String, window spelled: String) throws -> Report {
        guard let window = Question.Window(spelled) else { throw BadQuestion(text: spelled) }
        return try report(text, window)
    }

    /// Every kind of report there is, on a store with the case in it; those that draw worlds or paths, which
    /// take seconds without optimisation, where `simulated` asks for them.
    public static func reports(
        _ store: String, _ question: Question, simulated: Bool = false
    ) async throws -> [Report] {
        let engine = Engine(store: store)
        let plain = [
            try engine.answer(question), try engine.movers(question),
            try engine.movers(question, count: 3, sector: "ai"),
            try engine.indicators(of: .market, question),
            try engine.indicators(of: .asset("BTC"), question),
            try engine.levels(of: .market, question),
            try engine.levels(
                of: .asset("BTC"), question, since: question.asOf.day.advanced(by: -40).start),
            try engine.index("total", question), try engine.index("sector:ai", question),
            try engine.index("own", question, compares: true),
            try engine.liquidations(question), try engine.liquidations(question, hindsight: true),
            try engine.margin(
                PositionInquiry(
                    venue: "binance-usdt-m", asset: "BTC", isLong: true, size: 0.5,
                    entryPrice: 105_000, backing: .leverage(5)), at: question.asOf),
            try engine.alerts(question),
        ]
        guard simulated else { return plain }
        return plain + [
            try await engine.simulate(.asset("BTC"), question),
            try await engine.outlook(of: .asset("BTC"), question, days: 5),
        ]
    }

    /// What a check says of an article of the golden day, in our own words.
    public static func checkedArticle(_ question: Question) async throws -> Report {
        let article = Array(try Repository.bytes("Tests/Fixtures/Claims/golden-day.txt"))
        return try await Engine(store: path()).check(article, format: .plain, question)
    }

    /// A question about an instant written in ISO 8601.
    public static func question(
        _ text: String, _ window: Question.Window = .dayLong
    ) throws -> Question {
        guard let asOf = Timestamp(text), let question = Question(asOf: asOf, window: window)
        else { throw BadQuestion(text: text) }
        return question
    }

    /// The text is no instant, or the window no window.
    public struct BadQuestion: Error {
        let text: String
    }
}

/// A case imported into a new store, gone with the value.
public final class StoreOfCase: Sendable {
    private let folder: TemporaryFolder
    /// The path of the store.
    public let path: String

    /// Imports the case in a folder.
    public init(_ caseFolder: String) throws {
        folder = try TemporaryFolder()
        path = folder.path("store.sqlite")
        let writer = try StoreWriter.open(path: path)
        _ = try CaseImport.run(path: caseFolder, into: writer)
        try writer.close()
    }
}

import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// An article of the golden day in our own words, with figures that are right, near, and wrong.
@Suite struct ArticleCheckTests {
    private func verdicts(_ article: String) async throws -> [String: String] {
        let report = try await Engine(store: GoldenCase.path()).check(
            Array(article.utf8), format: .plain, GoldenCase.question("2025-01-27T12:00:00Z"))
        var found: [String: String] = [:]
        var place = 1
        while case .text(let words)? = report.book[Measure("claim.\(place)"), .question]?.value {
            if case .text(let verdict)? =
                report.book[Measure("claim.\(place).verdict"), .question]?.value
            {
                found[words] = verdict
            }
            place += 1
        }
        return found
    }

    private func verdict(_ article: String, on words: String) async throws -> String? {
        try await verdicts(article).first { $0.key.contains(words) }?.value
    }

    /// Figures of the reference: FET at 1.0692 by TradingView's and Binance's closes, NEAR at 4.426.
    @Test func whatIsRightIsConfirmed() async throws {
        let article =
            "FET (FET) traded at $1.07 on Monday. NEAR (NEAR) fell 11.6% in the last 24 hours."
        #expect(try await verdict(article, on: "1.07") == "confirmed")
        #expect(try await verdict(article, on: "11.6") == "confirmed")
    }

    @Test func whatIsFarOffIsRefuted() async throws {
        let article =
            "FET (FET) traded at $2.50 on Monday. Bitcoin (BTC) rose 9.8% in the last 24 hours."
        #expect(try await verdict(article, on: "2.50") == "refuted")
        #expect(try await verdict(article, on: "9.8") == "refuted")
    }

    /// What another provider may give is not called wrong: TOTAL fell 6.71 % to 3.296 trillion.
    @Test func whatIsNearIsLeftOpen() async throws {
        let article =
            "The crypto market (TOTAL) fell over 6.4% in the last 24 hours to $3.38 trillion."
        #expect(try await verdict(article, on: "6.4") == "confirmed")
        let level = try await verdicts(
            "The crypto market (TOTAL) stands at $3.38 trillion.")
        #expect(level.values.allSatisfy { $0 == "no data" } && !level.isEmpty)
    }

    /// One venue's floor bounds what all venues liquidated from below.
    @Test func aTotalBelowTheFloorIsRefuted() async throws {
        #expect(
            try await verdict(
                "Over the last 24 hours $12 million in long positions were liquidated.", on: "12")
                == "refuted")
        #expect(
            try await verdict(
                "Over the last 24 hours $794 million in long positions were liquidated.", on: "794")
                == "no data")
    }

    @Test func anIndexIsItsDefinition() async throws {
        #expect(
            try await verdict(
                "TOTAL, the combined capitalization of all cryptocurrencies, fell on Monday.",
                on: "combined") == "wrong definition")
    }

    /// A cause without a test behind it is not confirmed.
    @Test func aCauseIsNotTakenOnTrust() async throws {
        let found = try await verdicts(
            "The crypto market fell because DeepSeek released a new model.")
        #expect(!found.values.contains("confirmed"))
    }

    @Test func nothingToCheckIsSaid() async throws {
        let report = try await Engine(store: GoldenCase.path()).check(
            Array("A quiet day.".utf8), format: .plain,
            GoldenCase.question("2025-01-27T12:00:00Z"))
        #expect(report.book["claims.all", .question]?.number == 0)
    }

    /// Far from the data an article is held against itself.
    @Test func withoutDataAnArticleIsHeldAgainstItself() async throws {
        let asked = try GoldenCase.question("2019-01-27T12:00:00Z")
        let report = try await Engine(store: GoldenCase.path()).check(
            Array("Bitcoin (BTC) fell 50% from $100 to $90.".utf8), format: .plain, asked)
        #expect(report.isThin)
    }
}

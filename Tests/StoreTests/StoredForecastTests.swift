import Market
import TestSupport
import Testing

@testable import Store

/// Forecasts stay as they were first issued, and are seen from then on.
@Suite struct StoredForecastTests {
    private func forecast(_ id: String, issued: Int64 = 20, due: Int64 = 30) -> StoredForecast {
        StoredForecast(
            id: id, subject: "index:TOTAL", asOf: Timestamp(microseconds: 10),
            issued: Timestamp(microseconds: issued), due: Timestamp(microseconds: due),
            body: "body of \(id)")
    }

    private func forecasts(_ path: String, asOf: Int64) throws -> [StoredForecast] {
        try StoreReader.open(path: path).snapshot(asOf: Timestamp(microseconds: asOf)).forecasts()
    }

    @Test func whatWasIssuedIsReadBack() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("store.sqlite")
        let writer = try StoreWriter.open(path: path)
        #expect(try writer.issue([forecast("b"), forecast("a"), forecast("c", due: 25)]) == 3)
        #expect(try forecasts(path, asOf: 20).map(\.id) == ["c", "a", "b"])
        #expect(try forecasts(path, asOf: 20)[1] == forecast("a"))
        #expect(try forecasts(path, asOf: 19).isEmpty)
    }

    /// Issued again later it is the same forecast, with its first date.
    @Test func theFirstIssueHolds() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("store.sqlite")
        let writer = try StoreWriter.open(path: path)
        #expect(try writer.issue([forecast("a")]) == 1)
        #expect(try writer.issue([forecast("a", issued: 29), forecast("b", issued: 29)]) == 1)
        #expect(try forecasts(path, asOf: 40) == [forecast("a"), forecast("b", issued: 29)])
    }

    /// One that cannot be takes the others with it.
    @Test func allOrNone() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("store.sqlite")
        let writer = try StoreWriter.open(path: path)
        #expect(throws: StoreError.self) {
            try writer.issue([forecast("a"), forecast("b", issued: 5)])
        }
        #expect(throws: StoreError.self) { try writer.issue([forecast("a", due: 10)]) }
        #expect(try forecasts(path, asOf: 40).isEmpty)
    }
}

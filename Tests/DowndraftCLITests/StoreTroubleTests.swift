import Foundation
import GRDB
import TestSupport
import Testing

/// What can be wrong with a store, as a user meets it.
@Suite struct StoreTroubleTests {
    private static func storeWithBars(_ folder: TemporaryFolder) throws -> String {
        let path = folder.path("store.sqlite")
        let run = try BrokenCase().imported(into: path)
        try #require(run.status == 0, "\(run.error)")
        return path
    }

    @Test func noStore() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("none.sqlite")
        let run = try CommandRun("explain", "--store", path)
        #expect(run.status == 30 && run.error.contains("import"), "\(run.error)")
        #expect(!FileManager.default.fileExists(atPath: path), "asking must not create a store")
    }

    @Test func notAStore() throws {
        let folder = try TemporaryFolder()
        try folder.write("not a database, only words of some length to look like one", to: "words")
        let path = folder.path("words")
        for run in [
            try CommandRun("explain", "--store", path), try BrokenCase().imported(into: path),
        ] {
            #expect(run.status == 31, "\(run.error)")
        }
    }

    @Test func aNewerStore() throws {
        let folder = try TemporaryFolder()
        let path = try Self.storeWithBars(folder)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        let before = try folder.bytes("store.sqlite")
        for run in [
            try CommandRun("explain", "--store", path), try BrokenCase().imported(into: path),
        ] {
            #expect(run.status == 32 && run.error.contains("99"), "\(run.error)")
        }
        #expect(try folder.bytes("store.sqlite") == before)
    }

    @Test func aBusyStoreCanBeReadAndNotWritten() throws {
        let folder = try TemporaryFolder()
        let path = try Self.storeWithBars(folder)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            let row = BrokenCase.rows[1].replacingOccurrences(of: "T11", with: "T12")
                .replacingOccurrences(
                    of: "T12:00:00Z,2025-01-27T12", with: "T12:00:00Z,2025-01-27T13")
            let other = try BrokenCase(lines: [BrokenCase.header, BrokenCase.rows[0], row])
            let run = try other.imported(into: path)
            #expect(run.status == 33, "\(run.error)")
            let reading = try CommandRun(
                "facts", "--measure", "cap", "--subject", "index:TOTAL", "--store", path)
            #expect(reading.status == 0, "\(reading.error)")
            try database.execute(sql: "ROLLBACK")
        }
    }

    @Test func aFullDiskLosesNothing() throws {
        let folder = try TemporaryFolder()
        let path = try Self.storeWithBars(folder)
        // A device that is always full; where there is none, the store's own page limit is tested.
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let run = try CommandRun(
            "explain", "--at", "2025-01-27T12:00Z", "--store", path, "--output", "/dev/full")
        #expect(run.status == 34, "\(run.error)")
    }
}

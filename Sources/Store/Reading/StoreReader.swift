internal import GRDB
package import Market

/// A store that may be read. It never creates, migrates or changes the file.
package struct StoreReader: Sendable {
    private let path: String
    private let busyTimeout: TimeSpan

    /// Looks whether there is a store that this code can read.
    ///
    /// - Throws: `.missing`, `.notAStore`, `.newer`, `.io`.
    package static func open(
        path: String, busyTimeout: TimeSpan = TimeSpan(microseconds: 5_000_000)
    ) throws(StoreError) -> StoreReader {
        switch try StoreFile(at: path) {
        // A blank file is a store that is being created, or whose creation was cut short.
        case .missing, .blank: throw .missing(path: path)
        case .foreign: throw .notAStore(path: path)
        case .store(let version):
            // Whether it is older is only known once it is open: a log may hold a later header.
            try StoreFile.admit(version, mayBeOlder: true)
            return StoreReader(path: path, busyTimeout: busyTimeout)
        }
    }

    /// The store as it is now, of which only what could be known at `asOf` is seen.
    ///
    /// - Throws: `.older` where a writer has yet to bring the schema up to date.
    package func snapshot(asOf: Timestamp) throws(StoreError) -> StoreSnapshot {
        let connection = try StoreConnection(path: path, busyTimeout: busyTimeout)
        return StoreSnapshot(connection: connection, asOf: asOf)
    }
}

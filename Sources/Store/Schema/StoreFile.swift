#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
internal import GRDB

/// What a path holds, told from its first bytes, so that a foreign file is never opened.
enum StoreFile {
    case missing
    case blank
    case foreign
    case store(version: Int)

    /// Looks at the header of the file, without SQLite and without a lock.
    init(at path: String) throws(StoreError) {
        let header: [UInt8]
        let size: Int
        do {
            let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
            header = Array(data.prefix(Self.headerBytes))
            size = data.count
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            self = .missing
            return
        } catch {
            throw .io(reason: "\(path) cannot be read")
        }
        self = Self.judged(header: header, size: size)
    }

    /// Whether the opened database is what the header promised, or has no table at all yet; only a
    /// writer takes one that is blank or older.
    static func check(_ database: Database, path: String, mayBeBlank: Bool) throws {
        let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application == StoreSchema.applicationID, version > 0 {
            try admit(version, mayBeOlder: mayBeBlank)
            return
        }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard mayBeBlank, application == 0, version == 0, tables == 0 else {
            throw StoreError.notAStore(path: path)
        }
    }

    /// Refuses a schema that this code does not know, or cannot read as it is.
    static func admit(_ version: Int, mayBeOlder: Bool) throws(StoreError) {
        guard version <= StoreSchema.version else {
            throw .newer(found: version, supported: StoreSchema.version)
        }
        guard mayBeOlder || version == StoreSchema.version else {
            throw .older(found: version, supported: StoreSchema.version)
        }
    }

    /// The path as SQLite must be given it: never one of its special names.
    static func plain(_ path: String) -> String {
        path.hasPrefix("/") ? path : "./" + path
    }

    private static let headerBytes = 108
    private static let magic = Array("SQLite format 3\0".utf8)

    // Offsets: https://www.sqlite.org/fileformat2.html#the_database_header
    private static func judged(header: [UInt8], size: Int) -> StoreFile {
        guard size > 0 else { return .blank }
        guard header.count == headerBytes, header.starts(with: magic) else { return .foreign }
        let application = bigEndian(header[68..<72])
        let version = bigEndian(header[60..<64])
        if application == UInt32(bitPattern: StoreSchema.applicationID) {
            return .store(version: Int(version))
        }
        // A creation that was cut short leaves one page with an empty table of tables.
        let cellsOfSchema = bigEndian(header[103..<105])
        let isBlank = application == 0 && version == 0 && cellsOfSchema == 0 && size <= 65_536
        return isBlank ? .blank : .foreign
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

internal import GRDB

extension StoreError {
    /// Names an error of GRDB or SQLite; the only place where result codes are read.
    init(_ error: any Error) {
        if let known = error as? StoreError {
            self = known
        } else if let failure = error as? DatabaseError {
            self = Self.named(failure)
        } else {
            self = .io(reason: Self.oneLine("\(error)"))
        }
    }

    /// Runs a body of GRDB calls and names what it throws.
    static func naming<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try body()
        } catch {
            throw StoreError(error)
        }
    }

    private static func named(_ failure: DatabaseError) -> StoreError {
        let reason = oneLine(failure.message ?? failure.resultCode.description)
        switch failure.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
        case .SQLITE_FULL: return .full
        case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: return .refused(reason: reason)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_SCHEMA:
            // Our statements are fixed: one that no longer compiles meets tables we did not make.
            return .damaged(reason: reason)
        default: return .io(reason: reason)
        }
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}

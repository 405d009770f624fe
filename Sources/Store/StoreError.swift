/// Why a store could not be opened, read or written. Each says in one line what to do about it.
package enum StoreError: Error, Hashable, Sendable {
    /// There is no file of that name.
    case missing(path: String)
    /// The file is something else; it was left as it was.
    case notAStore(path: String)
    /// A later Downdraft wrote the file; it was left as it was.
    case newer(found: Int, supported: Int)
    /// An earlier Downdraft wrote the file, and it may only be read; it was left as it was.
    case older(found: Int, supported: Int)
    /// Another process kept the store locked for longer than the busy timeout.
    case busy
    /// The disk, or the page limit given, is used up; the store is as it was.
    case full
    /// The file or its folder may not be written.
    case readOnly
    /// A row with this key is already there and says something else; the store is as it was.
    case conflict(key: String, detail: String)
    /// A row breaks a rule of the schema; the store is as it was.
    case refused(reason: String)
    /// What the file holds cannot be what Downdraft wrote.
    case damaged(reason: String)
    /// The operating system or SQLite refused in some other way.
    case io(reason: String)
}

extension StoreError: CustomStringConvertible {
    /// What happened and what to do, on one line.
    package var description: String {
        switch self {
        case .missing(let path): "no store at \(path) — import a case to create it"
        case .notAStore(let path): "\(path) is not a Downdraft store — name another file"
        case .newer(let found, let supported):
            "the store has schema \(found), this Downdraft reads up to \(supported)"
                + " — use a later Downdraft, or import again into a new store"
        case .older(let found, let supported):
            "the store has schema \(found), this Downdraft reads schema \(supported)"
                + " — import any case into it to bring it up to date"
        case .busy: "another process is writing to the store — try again when it has finished"
        case .full: "no room left for the store — free some disk space and run the import again"
        case .readOnly: "the store may not be written — check the rights of the file and its folder"
        case .conflict(let key, let detail):
            "\(key) is already stored with \(detail) — import into a new store"
        case .refused(let reason): "the store refuses a row: \(reason) — correct the row"
        case .damaged(let reason): "the store is damaged: \(reason) — delete it and import again"
        case .io(let reason): "the store cannot be used: \(reason) — check the disk and the path"
        }
    }
}

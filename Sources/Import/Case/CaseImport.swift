internal import Digests
package import Store

/// Brings a case into a store.
///
/// Each file is stored whole or not at all. An import that was cut short is taken up by running it
/// again: files whose bytes are in the store already are skipped.
package struct CaseImport {
    private let folder: CaseFolder
    private let writer: StoreWriter
    private var progress: ImportProgress
    private let report: (ImportProgress) -> Void

    /// Imports a case, or one file of it.
    ///
    /// - Input: `path`, a case's folder, its `manifest.json`, or a file beside one; `progress`, told
    ///   at each file and every few thousand rows.
    /// - Throws: the first thing wrong. For a file that is, in this order: missing, not gzip, a row
    ///   that cannot be, not the file the manifest means, not welcome in the store. Files before it
    ///   stay imported.
    package static func run(
        path: String, into writer: StoreWriter, progress: (ImportProgress) -> Void = { _ in }
    ) throws(ImportError) -> ImportReport {
        let place = try CasePlace(path: path)
        let manifest = try CaseManifest(json: place.folder.bytes(of: CaseManifest.fileName))
        let files = try Self.chosen(place.file, of: manifest)
        do { try writer.declare(manifest.sources) } catch {
            throw ImportError(error, file: CaseManifest.fileName)
        }
        return try withoutActuallyEscaping(progress) { report throws(ImportError) in
            var run = CaseImport(folder: place.folder, writer: writer, files: files, report: report)
            return try run.all(files, of: manifest.name)
        }
    }

    private init(
        folder: CaseFolder, writer: StoreWriter, files: [CaseManifest.File],
        report: @escaping (ImportProgress) -> Void
    ) {
        self.folder = folder
        self.writer = writer
        self.report = report
        progress = ImportProgress(
            filesTotal: files.count, rowsTotal: files.reduce(0) { $0 + $1.rows })
    }

    private static func chosen(_ file: String?, of manifest: CaseManifest) throws(ImportError)
        -> [CaseManifest.File]
    {
        guard let file else { return manifest.files }
        let found = manifest.files.filter { $0.path == file }
        guard found.isEmpty else { return found }
        throw ImportError(
            .badManifest, file: file, what: "is not listed in the manifest beside it",
            remedy: "name one of the case's files")
    }

    private mutating func all(_ files: [CaseManifest.File], of name: String) throws(ImportError)
        -> ImportReport
    {
        var outcomes: [ImportReport.File] = []
        for file in files {
            progress.file = file.path
            let rowsBefore = progress.rowsDone
            report(progress)
            outcomes.append(try one(file))
            progress.filesDone += 1
            progress.rowsDone = rowsBefore + file.rows
        }
        report(progress)
        return ImportReport(caseName: name, files: outcomes)
    }

    private mutating func one(_ file: CaseManifest.File) throws(ImportError) -> ImportReport.File {
        let bytes = try folder.bytes(of: file.path)
        let digest = ContentDigest(of: bytes).hexadecimal
        if digest == file.sha256, try isImported(file) {
            return outcome(of: file, AppendedRows(alreadyThere: file.rows), wasSkipped: true)
        }
        let content = try Self.content(of: bytes, file: file.path)
        let rows = try RowDecoder.rows(of: content, kind: file.kind, file: file.path)
        try Self.check(rows, digest, against: file)
        return outcome(of: file, try store(rows, file), wasSkipped: false)
    }

    private func isImported(_ file: CaseManifest.File) throws(ImportError) -> Bool {
        do {
            return try writer.hasImported(sha256: file.sha256, kind: file.kind, source: file.source)
        } catch {
            throw ImportError(error, file: file.path)
        }
    }

    private mutating func store(_ rows: DecodedRows, _ file: CaseManifest.File)
        throws(ImportError) -> AppendedRows
    {
        let imported = ImportedFile(
            name: file.path, sha256: file.sha256, kind: file.kind, source: file.source,
            rows: rows.count)
        var told = progress
        let start = progress.rowsDone
        do {
            return try writer.transaction(importing: imported) { store throws(StoreError) in
                for row in 0..<rows.count {
                    try store.append(rows[row])
                    guard (row + 1) % Self.rowsBetweenReports == 0 else { continue }
                    told.rowsDone = start + row + 1
                    report(told)
                }
            }
        } catch {
            throw ImportError(error, file: file.path)
        }
    }

    private static let rowsBetweenReports = 8192

    private static func content(of bytes: [UInt8], file: String) throws(ImportError) -> [UInt8] {
        guard !bytes.isEmpty else {
            throw ImportError(
                .emptyFile, file: file, what: "holds nothing",
                remedy: "get a whole copy of the case")
        }
        guard file.hasSuffix(".gz") else { return bytes }
        do {
            return try GzipReader.inflate(bytes)
        } catch {
            throw ImportError(error, file: file)
        }
    }

    private static func check(
        _ rows: DecodedRows, _ digest: String, against file: CaseManifest.File
    ) throws(ImportError) {
        if rows.count == 0, file.rows > 0 {
            throw ImportError(
                .emptyFile, file: file.path, what: "has a header and no row",
                remedy: "get a whole copy of the case")
        }
        guard digest == file.sha256 else {
            throw ImportError(
                .checksumMismatch, file: file.path,
                what: "is \(digest.prefix(12)), the manifest means \(file.sha256.prefix(12))",
                remedy: "build the case again, or get a whole copy of it")
        }
        guard rows.count == file.rows else {
            throw ImportError(
                .badManifest, file: file.path,
                what: "has \(rows.count) rows, the manifest says \(file.rows)",
                remedy: "build the case again")
        }
    }

    private func outcome(of file: CaseManifest.File, _ rows: AppendedRows, wasSkipped: Bool)
        -> ImportReport.File
    {
        ImportReport.File(
            path: file.path, kind: file.kind, source: file.source, rows: rows,
            wasSkipped: wasSkipped)
    }
}

extension ImportError {
    fileprivate init(_ error: GzipError, file: String) {
        let copy = "get a whole copy of the file"
        switch error {
        case .empty: self.init(.emptyFile, file: file, what: "holds nothing", remedy: copy)
        case .truncated:
            self.init(.truncated, file: file, what: "the gzip data end early", remedy: copy)
        case .corrupt(let offset):
            self.init(
                .corrupt, file: file, what: "the gzip data are damaged at byte \(offset)",
                remedy: copy)
        case .tooLarge(let limit):
            self.init(
                .tooLarge, file: file, what: "unpacks to over \(limit >> 20) MB",
                remedy: "split it into smaller files")
        }
    }
}

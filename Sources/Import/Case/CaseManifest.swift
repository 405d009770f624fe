#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
internal import Market
internal import Store

/// What a case says of itself: its sources and its files.
struct CaseManifest {
    /// The one spelling of the format that this code reads.
    static let format = "downdraft.case/1"
    /// The name of the file within the case's folder.
    static let fileName = "manifest.json"

    /// One file of the case.
    struct File {
        let path: String
        let kind: RowKind
        let source: SourceID
        let rows: Int
        let sha256: String
    }

    /// The case's name.
    let name: String
    /// The sources its files name, and perhaps others.
    let sources: [Source]
    /// The files, in the order in which they are imported.
    let files: [File]

    /// Reads a manifest.
    ///
    /// - Throws: `.badManifest` where it is not one, is of a later format or contradicts itself;
    ///   `.unsafePath`.
    init(json: [UInt8]) throws(ImportError) {
        let written = try Self.decode(json)
        name = written.case
        sources = written.sources.map(\.source)
        let known = Set(sources.map(\.id))
        guard known.count == sources.count else { throw Self.bad("names a source twice") }
        files = try written.files.map { file throws(ImportError) in try Self.checked(file, known) }
        guard Set(files.map(\.path)).count == files.count else {
            throw Self.bad("names a file twice")
        }
    }

    private static func decode(_ json: [UInt8]) throws(ImportError) -> Written {
        let data = Data(json)
        do {
            let found = try JSONDecoder().decode(WrittenFormat.self, from: data).format
            guard found == format else {
                throw bad(
                    "format is \"\(found.prefix(40))\", not \"\(format)\"",
                    found.hasPrefix("downdraft.case/") ? "use a later Downdraft" : remedy)
            }
            return try JSONDecoder().decode(Written.self, from: data)
        } catch let error as ImportError {
            throw error
        } catch let error as DecodingError {
            throw bad(describe(error))
        } catch {
            throw bad("cannot be read as JSON")
        }
    }

    private static func checked(_ file: Written.File, _ sources: Set<SourceID>)
        throws(ImportError) -> File
    {
        try CaseFolder.admit(file.path)
        guard let kind = RowKind(rawValue: file.kind) else {
            throw bad("\(file.path) is of the unknown kind \"\(file.kind.prefix(40))\"")
        }
        guard sources.contains(SourceID(file.source)) else {
            throw bad(
                "\(file.path) names the source \"\(file.source.prefix(40))\", which is not listed")
        }
        guard file.rows >= 0 else { throw bad("\(file.path) has \(file.rows) rows") }
        let digits = Set("0123456789abcdef")
        guard file.sha256.utf8.count == 64, file.sha256.allSatisfy(digits.contains) else {
            throw bad("the sha256 of \(file.path) is not 64 lower-case hexadecimal digits")
        }
        return File(
            path: file.path, kind: kind, source: SourceID(file.source), rows: file.rows,
            sha256: file.sha256)
    }

    private static let remedy = "build the case again"

    private static func bad(_ what: String, _ remedy: String = remedy) -> ImportError {
        ImportError(.badManifest, file: fileName, what: what, remedy: remedy)
    }

    private static func describe(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "\(path(context.codingPath + [key])) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(path(context.codingPath)) is not of its type"
        default: "is not JSON"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }
            .joined(separator: ".")
    }
}

private struct WrittenFormat: Decodable {
    let format: String
}

/// The manifest as it is written; keys that the importer does not need are left unread.
private struct Written: Decodable {
    struct File: Decodable {
        let path: String
        let kind: String
        let source: String
        let rows: Int
        let sha256: String
    }

    struct Publication: Decodable {
        let id: String
        let title: String
        let publisher: String
        let repository: String
        let commit: String
        let licence: String
        let note: String

        var source: Source {
            Source(
                id: SourceID(id), title: title, publisher: publisher, repository: repository,
                commit: commit, licence: licence, note: note)
        }
    }

    let `case`: String
    let sources: [Publication]
    let files: [File]
}

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
package import Indices
internal import Market

/// Indices that somebody defined for themselves, in a JSON file.
///
/// A file says which assets are in and how they weigh; where prices and supplies come from is the engine's
/// affair and stands in no file. A field the format does not have is refused, not passed over.
///
/// - Input: at most a mebibyte of JSON; `format` is `downdraft.indices/1`.
/// - Checked against: `IndexFileTests`, one broken file for each way to break one.
package enum IndexFile {
    /// The one spelling of the format that this code reads.
    package static let format = "downdraft.indices/1"
    /// A file of more bytes than this is refused unread.
    package static let mostBytes = 1 << 20

    /// The definitions of a file, in its order; one at least.
    ///
    /// - Throws: `.tooLarge`; `.emptyFile` for no bytes and for no index; `.corrupt` for what is not JSON;
    ///   `.wrongColumns` for a field too many or too few; `.badValue` for a field of another type, a word that
    ///   means nothing or a later format; `.outOfRange` for numbers and bounds that cannot be, and for an index that no
    ///   asset can be in; `.duplicateRow` for a name used twice; `.conflict` for a name that is taken.
    package static func definitions(
        from bytes: [UInt8], file: String,
        taken: Set<String> = Set(IndexDefinition.catalogue.map(\.name))
    ) throws(ImportError) -> [IndexDefinition] {
        guard bytes.count <= mostBytes else {
            throw ImportError(
                .tooLarge, file: file, what: "has \(bytes.count) bytes, more than \(mostBytes)",
                remedy: "split the file")
        }
        guard !bytes.isEmpty else {
            throw ImportError(.emptyFile, file: file, what: "holds nothing", remedy: remedy)
        }
        let written = try decode(bytes, file: file)
        var names: Set<String> = []
        return try written.map { index throws(ImportError) in
            let checked = try IndexChecker(file: file, index: index).definition()
            guard !taken.contains(checked.name) else {
                throw ImportError(
                    .conflict, file: file, what: "the name \"\(checked.name)\" is taken",
                    remedy: "choose another name")
            }
            guard names.insert(checked.name).inserted else {
                throw ImportError(
                    .duplicateRow, file: file,
                    what: "the name \"\(checked.name)\" stands there twice",
                    remedy: "choose another name for one of them")
            }
            return checked
        }
    }

    private static let remedy = "correct the file"

    private static func decode(_ bytes: [UInt8], file: String) throws(ImportError) -> [WrittenIndex]
    {
        let written: WrittenIndices
        do {
            written = try JSONDecoder().decode(WrittenIndices.self, from: Data(bytes))
        } catch let error as UnknownField {
            throw ImportError(
                .wrongColumns, file: file, what: "\(path(error.path)) is no field of the format",
                remedy: "take it out, or spell it as the format does")
        } catch let error as DecodingError {
            throw refusal(of: error, file: file)
        } catch {
            throw notJSON(file)
        }
        guard written.format == format else {
            throw ImportError(
                .badValue, file: file,
                what: "format is \"\(written.format.prefix(40))\", not \"\(format)\"",
                remedy: written.format.hasPrefix("downdraft.indices/")
                    ? "use a later Downdraft" : remedy)
        }
        guard !written.indices.isEmpty else {
            throw ImportError(.emptyFile, file: file, what: "holds no index", remedy: remedy)
        }
        return written.indices
    }

    private static func refusal(of error: DecodingError, file: String) -> ImportError {
        switch error {
        case .keyNotFound(let key, let context):
            ImportError(
                .wrongColumns, file: file, what: "\(path(context.codingPath + [key])) is missing",
                remedy: "write it")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            notOfItsType(context.codingPath, file)
        // Bytes that are not JSON have no path; a number that does not fit its type has.
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            notOfItsType(context.codingPath, file)
        default: notJSON(file)
        }
    }

    private static func notOfItsType(_ keys: [any CodingKey], _ file: String) -> ImportError {
        ImportError(
            .badValue, file: file,
            what: keys.isEmpty ? "is no object" : "\(path(keys)) is not of its type",
            remedy: remedy)
    }

    private static func notJSON(_ file: String) -> ImportError {
        ImportError(.corrupt, file: file, what: "is not JSON", remedy: remedy)
    }

    /// `indices[0].universe.largest`, each key short enough to print.
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let place = key.intValue { return path + "[\(place)]" }
            return path + (path.isEmpty ? "" : ".") + key.stringValue.prefix(40)
        }
    }
}

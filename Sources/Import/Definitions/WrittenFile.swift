#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A small JSON file that somebody wrote by hand: how it is read, and what is said of it where it is wrong.
enum WrittenFile {
    /// A file of more bytes than this is refused unread.
    static let mostBytes = 1 << 20
    /// What to do about most things.
    static let remedy = "correct the file"

    /// The bytes of the file at a path.
    static func bytes(atPath path: String) throws(ImportError) -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            throw ImportError(
                .missingFile, file: path, what: "is no file", remedy: "check the path")
        }
        let size = (attributes[.size] as? UInt64) ?? 0
        guard size <= UInt64(mostBytes) else { throw tooLarge("\(size)", path) }
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw ImportError(
                .missingFile, file: path, what: "cannot be read", remedy: "check the file's rights")
        }
        return [UInt8](bytes)
    }

    /// What bytes hold, not yet believed; a field that the type does not have is refused by its name.
    static func decode<Content: Decodable>(
        _ type: Content.Type, _ bytes: [UInt8], file: String
    ) throws(ImportError) -> Content {
        guard bytes.count <= mostBytes else { throw tooLarge("\(bytes.count)", file) }
        guard !bytes.isEmpty else {
            throw ImportError(.emptyFile, file: file, what: "holds nothing", remedy: remedy)
        }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as UnknownField {
            throw ImportError(
                .wrongColumns, file: file, what: "\(path(error.path)) is no field of the format",
                remedy: "take it out, or spell it as the format does")
        } catch let error as DecodingError {
            throw refusal(of: error, file: file)
        } catch {
            throw notJSON(file)
        }
    }

    /// Refuses a format that is not the one this code reads, which ends in a slash and a number.
    static func check(
        _ written: String, is format: String, file: String
    ) throws(ImportError) {
        guard written != format else { return }
        let family = format.prefix { $0 != "/" } + "/"
        throw ImportError(
            .badValue, file: file, what: "format is \"\(written.prefix(40))\", not \"\(format)\"",
            remedy: written.hasPrefix(family) ? "use a later Downdraft" : remedy)
    }

    private static func tooLarge(_ size: String, _ file: String) -> ImportError {
        ImportError(
            .tooLarge, file: file, what: "has \(size) bytes, more than \(mostBytes)",
            remedy: "split the file")
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

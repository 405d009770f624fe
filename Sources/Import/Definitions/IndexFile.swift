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
    package static let mostBytes = WrittenFile.mostBytes

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

    private static func decode(_ bytes: [UInt8], file: String) throws(ImportError) -> [WrittenIndex]
    {
        let written = try WrittenFile.decode(WrittenIndices.self, bytes, file: file)
        try WrittenFile.check(written.format, is: format, file: file)
        guard !written.indices.isEmpty else {
            throw ImportError(
                .emptyFile, file: file, what: "holds no index", remedy: WrittenFile.remedy)
        }
        return written.indices
    }
}

package import Outlook

/// Rules of alerts that somebody wrote for themselves, in a JSON file.
///
/// ```json
/// {
///   "format": "downdraft.alerts/1",
///   "rules": [
///     {
///       "name": "total-falls", "of": "TOTAL", "bars": "1d",
///       "watch": {"quantity": "swings", "over": 1}, "at_most": -2, "until": -0.5, "cool_down": 3,
///       "then": {"way": "further", "swings": 1, "within": 3}
///     }
///   ]
/// }
/// ```
///
/// A field the format does not have is refused, not passed over.
///
/// - Input: at most a mebibyte of JSON with 1 to 100 rules; changes are parts of one.
/// - Checked against: `AlertFileTests`, one broken file for each way to break one.
package enum AlertFile {
    /// The one spelling of the format that this code reads.
    package static let format = "downdraft.alerts/1"
    /// A file of more rules than this is refused.
    package static let mostRules = 100

    /// The rules of a file, in its order; one at least.
    ///
    /// - Throws: `.tooLarge`; `.emptyFile` for no bytes and for no rule; `.corrupt` for what is not JSON;
    ///   `.wrongColumns` for a field too many or too few; `.badValue` for a field of another type, a word that
    ///   means nothing or a later format; `.outOfRange` for numbers that cannot be; `.duplicateRow` for a name used
    ///   twice.
    package static func rules(from bytes: [UInt8], file: String) throws(ImportError) -> [AlertRule]
    {
        let written = try WrittenFile.decode(WrittenAlerts.self, bytes, file: file)
        try WrittenFile.check(written.format, is: format, file: file)
        guard !written.rules.isEmpty else {
            throw ImportError(
                .emptyFile, file: file, what: "holds no rule", remedy: WrittenFile.remedy)
        }
        guard written.rules.count <= mostRules else {
            throw ImportError(
                .tooLarge, file: file,
                what: "has \(written.rules.count) rules, more than \(mostRules)",
                remedy: "split the file")
        }
        var names: Set<String> = []
        return try written.rules.map { rule throws(ImportError) in
            let checked = try AlertChecker(file: file, written: rule).rule()
            guard names.insert(checked.name).inserted else {
                throw ImportError(
                    .duplicateRow, file: file,
                    what: "the name \"\(checked.name)\" stands there twice",
                    remedy: "choose another name for one of them")
            }
            return checked
        }
    }

    /// The rules of the file at a path; see `rules(from:file:)`.
    ///
    /// - Throws: `.missingFile` besides, where there is no plain file or it may not be read.
    package static func rules(atPath path: String) throws(ImportError) -> [AlertRule] {
        try rules(from: WrittenFile.bytes(atPath: path), file: path)
    }
}

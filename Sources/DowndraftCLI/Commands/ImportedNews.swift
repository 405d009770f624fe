internal import Import

/// What an import of stories did, in words.
struct ImportedNews {
    private let report: NewsReport
    private let store: String

    init(_ report: NewsReport, store: String) {
        self.report = report
        self.store = store
    }

    /// The counts in one line, then remarks and faults, a line each.
    var text: String {
        ([counts] + remarks.map { "  " + $0 } + faults).map { $0 + "\n" }.joined()
    }

    private var counts: String {
        let stories = report.stories == 1 ? "1 story" : "\(report.stories) stories"
        let words = report.reworded > 0 ? " (\(report.reworded) in new words)" : ""
        let rest =
            report.alreadyThere > 0 ? ", \(report.alreadyThere) were there already" : ""
        return
            "\(report.file): \(stories) of \(report.format), \(report.added) added\(words)\(rest)"
            + " → \(store)"
    }

    private var remarks: [String] {
        var remarks: [String] = []
        if report.withoutLanguage > 0 {
            remarks.append(
                "without a language: \(report.withoutLanguage), stored as"
                    + " '\(NewsImport.undetermined)'; --language says it")
        }
        if report.withThemes > 0 {
            remarks.append(
                "with themes: \(report.withThemes), stored without them; themes are told by the"
                    + " words of the lexicon in the store")
        }
        return remarks
    }

    private var faults: [String] {
        report.faults.flatMap { fault in
            let hidden = fault.count - fault.examples.count
            let more = hidden > 0 && !fault.examples.isEmpty ? ["    and \(hidden) more"] : []
            return ["  \(fault.what): \(fault.count)"] + fault.examples.map { "    " + $0 } + more
        }
    }
}

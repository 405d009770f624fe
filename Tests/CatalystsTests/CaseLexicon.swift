import Catalysts
import Market
import TestSupport

/// The lexicon of the bundled case.
enum CaseLexicon {
    /// The terms that name what was new that week: left out, so that nothing tells.
    static let untold: Set = ["DeepSeek", "深度求索"]

    /// The terms of the case's themes without those of DeepSeek.
    static func terms() throws -> [EntityTerm] {
        try Repository.text("Cases/2025-01-27/themes.csv").split(separator: "\n").dropFirst()
            .compactMap { line -> EntityTerm? in
                let row = line.split(separator: ",", omittingEmptySubsequences: false).map(
                    String.init)
                guard row.count >= 6, let known = Timestamp(row[4]), !untold.contains(row[1])
                else { return nil }
                let term = ThemeTerm(
                    theme: row[0], term: row[1], language: row[2],
                    sector: row[3].isEmpty ? nil : SectorID(row[3]))
                return EntityTerm(term, known: known)
            }
    }

    static func lexicon() throws -> EntityLexicon {
        EntityLexicon(try terms(), asOf: CaseHeadlines.asOf)
    }
}

import Claims
import TestSupport

/// Short articles with the claims that a reader finds in them and what arithmetic says of each.
///
/// The expected claims were written from the texts, before the grammar was run on them.
struct ClaimCorpus {
    /// A claim as the corpus writes it: kind, subject, figures with their roles, verdict, words.
    struct Expected: CustomStringConvertible {
        let kind: String
        let subject: String
        let detail: [String]
        let verdict: String
        let words: String

        var description: String {
            "\(kind) \(subject) \(detail.joined(separator: " ")) \(verdict) «\(words)»"
        }
    }

    struct Article {
        let name: String
        let language: String
        let text: String
        let claims: [Expected]
    }

    let articles: [Article]

    init(_ file: String) throws {
        let text = try Repository.text("Tests/Fixtures/Claims/" + file)
        articles = Self.parts(of: text, at: "=== ").map { part in
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            let head = Self.cells(lines[0])
            let body = lines.dropFirst().prefix { $0 != "---" }
            let rows = lines.dropFirst(body.count + 2).filter { !$0.isEmpty }
            return Article(
                name: head[0], language: head[1], text: body.joined(separator: "\n"),
                claims: rows.map { row in
                    let cells = Self.cells(row)
                    return Expected(
                        kind: cells[0], subject: cells[1],
                        detail: cells[2].split(separator: " ").map(String.init), verdict: cells[3],
                        words: cells[4...].joined(separator: "|"))
                })
        }
    }

    static func vocabulary() throws -> Vocabulary {
        let rows = try Repository.text("Tests/Fixtures/Claims/vocabulary.txt").split(
            separator: "\n")
        return Vocabulary(
            rows: rows.compactMap { row in
                let cells = row.split(separator: "|").map(String.init)
                return Subject.Kind(rawValue: cells[0]).map {
                    VocabularyRow(kind: $0, id: cells[1], name: cells[2], isTicker: cells[3] == "t")
                }
            }, market: "TOTAL")
    }

    private static func parts(of text: String, at mark: String) -> [String] {
        var parts: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(mark) {
                parts.append(String(line.dropFirst(mark.count)))
            } else if !parts.isEmpty {
                parts[parts.count - 1] += "\n" + line
            }
        }
        return parts
    }

    private static func cells(_ line: some StringProtocol) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}

import Evidence
import Narrative

/// The text of an article, cut where notes begin and end.
struct ArticleStretches {
    /// Text that stands under the same notes.
    struct Stretch {
        /// The text, cleaned; lines are parted by line feeds.
        let text: String
        /// The notes it stands under, by their place among the notes, the widest first.
        let notes: [Int]
        /// The notes that end with it.
        let ends: [Int]
    }

    /// A paragraph.
    struct Paragraph {
        /// The passage.
        let passage: AnnotatedArticle.Passage
        /// Its stretches, in reading order.
        let stretches: [Stretch]
    }

    /// The paragraphs, in reading order.
    let paragraphs: [Paragraph]

    /// The most notes that a stretch is told to stand under.
    static let deepest = 8

    /// Cuts an article.
    ///
    /// - Complexity: O(n + m log m) in scalars and notes, where no more than a sentence's notes lie over one
    ///   place.
    init(_ article: AnnotatedArticle) {
        paragraphs = article.passages.map { passage in
            let scalars = Self.scalars(of: passage)
            return Paragraph(
                passage: passage, stretches: Self.stretches(scalars, passage.start, article.notes))
        }
    }

    private static func scalars(of passage: AnnotatedArticle.Passage) -> [Unicode.Scalar] {
        switch passage.text.value {
        case .text(let text): Array(text.unicodeScalars)
        case .number, .instant, .day, .none: []
        }
    }

    private static func stretches(
        _ scalars: [Unicode.Scalar], _ start: Int, _ notes: [AnnotatedArticle.Note]
    ) -> [Stretch] {
        let whole = start..<(start + scalars.count)
        let near = notes.indices.filter {
            notes[$0].span.overlaps(whole) && !notes[$0].span.isEmpty
        }
        let opening = near.sorted {
            (notes[$0].span.lowerBound, $0) < (notes[$1].span.lowerBound, $1)
        }
        let cuts = Set(
            near.flatMap { [notes[$0].span.lowerBound, notes[$0].span.upperBound] }.map {
                min(max($0, whole.lowerBound), whole.upperBound)
            } + [whole.upperBound]
        ).subtracting([whole.lowerBound]).sorted()
        var found: [Stretch] = []
        var active: [Int] = []
        var next = opening.startIndex
        var place = whole.lowerBound
        for cut in cuts {
            while next < opening.endIndex, notes[opening[next]].span.lowerBound <= place {
                active.append(opening[next])
                next += 1
            }
            let ends = active.filter { notes[$0].span.upperBound <= cut }.sorted()
            found.append(
                Stretch(
                    text: clean(scalars[(place - start)..<(cut - start)]),
                    notes: Array(active.sorted { wider(notes, $0, $1) }.suffix(deepest)), ends: ends
                ))
            active.removeAll { notes[$0].span.upperBound <= cut }
            place = cut
        }
        return found
    }

    private static func wider(_ notes: [AnnotatedArticle.Note], _ left: Int, _ right: Int) -> Bool {
        (notes[right].span.count, left) < (notes[left].span.count, right)
    }

    /// Text without what could harm a page, with its lines.
    private static func clean(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        scalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: line)
            return CleanText.literal(String(text))
        }
        .joined(separator: "\n")
    }
}

extension AnnotatedArticle.Tone {
    /// A sign that tells it without colour.
    var sign: String {
        switch self {
        case .right: "✓"
        case .near: "≈"
        case .open: "?"
        case .wrong: "✗"
        case .silent: "–"
        }
    }

    /// What the sign means, for readers.
    var meaning: String {
        switch self {
        case .right: "found so"
        case .near: "about right"
        case .open: "cannot be told"
        case .wrong: "not so"
        case .silent: "nothing to compare with"
        }
    }
}

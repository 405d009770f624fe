internal import Evidence
internal import Narrative

/// The paragraphs of a report, each to be replaced by another.
struct ReportParts {
    /// Where a paragraph stands.
    enum Place: Hashable {
        case headline
        case lead
        case block(section: Int, id: String, block: Int)

        /// The place for a log.
        var name: String {
            switch self {
            case .headline: "headline"
            case .lead: "lead"
            case .block(_, let id, let block): "\(id)/\(block + 1)"
            }
        }
    }

    /// The paragraphs that tell facts, in reading order.
    let places: [Place]
    private let original: Report
    private var changed: [Place: [Sentence]] = [:]

    init(_ report: Report) {
        original = report
        let blocks = report.sections.enumerated().flatMap { place, section in
            section.blocks.indices.map {
                Place.block(section: place, id: section.id, block: $0)
            }
        }
        places = ([.headline, .lead] + blocks).filter { place in
            Self.sentences(report, place).contains { !$0.facts.isEmpty }
        }
    }

    /// The sentences at a place.
    subscript(_ place: Place) -> [Sentence] {
        get { changed[place] ?? Self.sentences(original, place) }
        set { changed[place] = newValue == Self.sentences(original, place) ? nil : newValue }
    }

    private static func sentences(_ report: Report, _ place: Place) -> [Sentence] {
        switch place {
        case .headline: return [report.headline]
        case .lead: return report.lead
        case .block(let section, _, let block):
            guard case .paragraph(let sentences) = report.sections[section].blocks[block] else {
                return []
            }
            return sentences
        }
    }

    /// Whoever reads the words must know whose they are.
    private static let told = ReportGap(
        "model-worded", .note,
        """
        A language model worded parts of this report; each of its sentences was held against the facts that it \
        cites, and what failed stands as the template has it.
        """)

    /// The report with its paragraphs as they are now; where any was changed, a note says so.
    var report: Report {
        let sections = original.sections.enumerated().map { place, section in
            Section(
                section.id, section.title,
                section.blocks.enumerated().map { index, block in
                    let place = Place.block(section: place, id: section.id, block: index)
                    return changed[place].map(Block.paragraph) ?? block
                })
        }
        var worded = Report(
            title: original.title, asOf: original.asOf, window: original.window,
            headline: self[.headline].first ?? original.headline, lead: self[.lead],
            sections: sections, book: original.book,
            gaps: original.gaps + (changed.isEmpty ? [] : [Self.told]),
            sources: original.sources)
        worded.command = original.command
        worded.receipts = original.receipts
        return worded
    }
}

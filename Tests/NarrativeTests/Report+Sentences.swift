import Narrative

extension Report {
    /// Everything that can be read in a report.
    var sentences: [Sentence] {
        [title, headline] + lead + gaps.map(\.sentence) + sections.flatMap(\.sentences)
    }
}

extension Section {
    fileprivate var sentences: [Sentence] {
        [title]
            + blocks.flatMap { block -> [Sentence] in
                switch block {
                case .paragraph(let sentences), .items(let sentences): sentences
                case .table(let table):
                    [table.caption] + table.columns.map(\.title) + table.rows.flatMap { $0 }
                case .chart(let chart): [chart.title, chart.summary]
                case .posts(let posts): posts.flatMap { [$0.opening] + $0.sentences }
                case .article(let article): article.notes.flatMap(\.details)
                }
            }
    }
}

extension Sentence {
    /// The words of ours in lower case, each fact as a dash between spaces.
    var words: String {
        spans.map { span in
            guard case .words(let words) = span else { return " - " }
            return words.lowercased()
        }
        .joined()
    }

    /// The parts of the words between anything but letters.
    var separateWords: [Substring] {
        words.split { !$0.isLetter }
    }
}

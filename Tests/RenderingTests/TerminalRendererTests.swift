import Evidence
import Narrative
import Testing

@testable import Rendering

@Suite struct TerminalRendererTests {
    @Test func widthIsKept() {
        #expect(TerminalRenderer(width: 10).width == 60)
        #expect(TerminalRenderer(width: 1000).width == 160)
        for width in [60, 80, 100, 160] {
            let page = TerminalRenderer(width: width).render(RichSample.report())
            for line in page.split(separator: "\n") {
                #expect(DisplayWidth.of(line) <= width, "\(line)")
                #expect(line.last != " ")
            }
        }
    }

    @Test func colourOnlyWhenAsked() {
        #expect(!TerminalRenderer().render(RichSample.report()).contains("\u{1B}"))
        let coloured = TerminalRenderer(colour: true).render(RichSample.report())
        let bare = coloured.replacing(#/\u{1B}\[[0-9]+m/#, with: "")
        #expect(bare == TerminalRenderer().render(RichSample.report()))
        // Whatever is red or green says so without colour too, or is a bar beside its zero line.
        for match in coloured.matches(of: #/\u{1B}\[3([12])m([^\u{1B}]*)/#) {
            let text = String(match.output.2)
            let isBar = text.allSatisfy { "█▏▎▍▌▋▊▉▐▕".contains($0) }
            let sign = match.output.1 == "1" ? "−" : "+"
            #expect(isBar || text.hasPrefix(sign) || text == "", "\(text)")
        }
    }

    @Test func aNumberIsNeverPartedFromItsUnit() {
        for width in 20...60 {
            let fact = SampleEvidence.number("change.24h", "index:T", -0.0671, .ratio)
            let phrase = Phrase(
                "The market fell \(fact) and \(fact) and \(fact) in a day" as Sentence)
            let lines = LineWrapping(width: width).lines(TerminalPiece.pieces(phrase))
            let text = lines.map { $0.map(\.text).joined() }
            #expect(text.joined().components("−6.71\u{A0}%") == 3)
            for line in lines { #expect(line.width <= width) }
        }
    }

    @Test func wideWordsAreBrokenBetweenCharacters() {
        let text = String(repeating: "性能", count: 40)
        let lines = LineWrapping(width: 21, lead: [TerminalPiece("• ")], indent: 2)
            .lines([TerminalPiece(text)])
        for line in lines { #expect(line.width <= 21) }
        #expect(lines.map { $0.map(\.text).joined() }.joined().filter { $0 == "性" }.count == 40)
    }

    @Test func tablesAlignWhateverTheScript() {
        let title = SmallSample.title("性能对标")
        let change = SmallSample.change
        let table = Table(
            "t", "T", columns: [.words("Name"), .numbers("Change")],
            rows: [["\(title)", "\(change)"], ["ascii", "\(change)"]])
        let widths = TerminalTable(table).lines(width: 80).map(\.width)
        #expect(Set(widths).count == 1)
    }

    /// Where a table is too wide, headings of numbers wrap before a word is cut.
    @Test func headingsGiveWayBeforeWords() {
        let words: Sentence = "nonetheless interchangeable considerations"
        let change = SmallSample.change
        let heading = Table.Column.numbers("Among the furthest quarter")
        let table = Table(
            "t", "T", columns: [.words("Because"), heading, heading, heading],
            rows: [[words, "\(change)", "\(change)", "\(change)"]])
        let lines = TerminalTable(table).lines(width: 60)
        let shown = lines.map { $0.map(\.text).joined() }
        #expect(lines.allSatisfy { $0.width <= 60 })
        for word in ["nonetheless", "interchangeable", "considerations", "furthest", "quarter"] {
            #expect(shown.contains { $0.contains(word) }, "\(word)")
        }
        #expect(shown.filter { $0.contains("−6.71\u{A0}%") }.count == 1)
    }

    @Test func barsGrowFromZero() {
        #expect(BlockBar.rightward(2.5) == "██▌")
        #expect(BlockBar.leftward(2.5) == "▐██")
        #expect(BlockBar.rightward(0) == "" && BlockBar.leftward(0) == "")
        #expect(BlockBar.upright([nil, 0, 1, 8], of: 8) == " ·▂█")
        #expect(BlockBar.upright([0, 1], of: 0) == "··")
    }

    @Test func brailleFollowsTheLine() {
        #expect(BrailleLine(values: [0, 1], width: 2, height: 1).rows == ["⡠⠊"])
        #expect(BrailleLine(values: [1, 1], width: 2, height: 1).rows.count == 1)
        #expect(BrailleLine(values: [], width: 2, height: 2).rows == ["  ", "  "])
        #expect(BrailleLine(values: [nil, nil], width: 2, height: 1).rows == ["  "])
    }

    @Test func factTablesAlign() {
        let facts = RichSample.report().book.facts
        let lines = FactTableRenderer(width: 200).table(facts).split(separator: "\n")
        #expect(lines.count == facts.count + 2)
        #expect(FactTableRenderer().table([]) == "no facts\n")
        #expect(FactTableRenderer().json([]) == "[]\n")
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}

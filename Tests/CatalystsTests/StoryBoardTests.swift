import Catalysts
import Market
import TestSupport
import Testing

@Suite struct StoryBoardTests {
    /// The end of the hour with the highest market capitalisation of the day before the as-of.
    private static let peak = Timestamp(seconds: 1_737_921_600)

    private static func board(
        asOf: Timestamp = CaseHeadlines.asOf, from headlines: [Headline]? = nil
    ) throws -> StoryBoard {
        StoryBoard(
            headlines: try headlines ?? CaseHeadlines.all(),
            lexicon: EntityLexicon(try CaseLexicon.terms(), asOf: asOf), asOf: asOf)
    }

    /// From unlabelled titles, with no row that names it: the name, its themes, and its stories of 20 and
    /// 25 January, before the fall.
    @Test func findsTheStoryOfTheDay() throws {
        let board = try Self.board()
        #expect(board.names.map(\.burst.name) == ["DeepSeek"])
        let name = try #require(board.names.first)
        #expect(!name.isListed)
        #expect(name.themes == ["ai"])
        let stories = board.stories(naming: "DeepSeek")
        #expect(stories.count == 11)
        let first = try #require(stories.first)
        #expect(first.cluster.first.title == "DeepSeek-R1")
        #expect(first.firstSeen == Timestamp("2025-01-20T12:37:58Z"))
        #expect(
            first.firstSeen < Self.peak && first.themes == [] && first.themesByContext == ["ai"])
        let second = try #require(
            stories.first { $0.cluster.first.title.hasPrefix("The impact of competition") })
        #expect(second.firstSeen == Timestamp("2025-01-25T15:30:25Z"))
        #expect(
            second.firstSeen < Self.peak && second.themes == ["ai"] && second.themesByContext == [])
        #expect(second.entities == [Entity(kind: .theme, target: "ai")])
        #expect(stories.count { $0.firstSeen < Self.peak } == 6)
    }

    /// Against Python: how many of its headlines speak of the theme, and how likely by chance.
    @Test func tiesAreThoseOfTheReference() throws {
        let rows = try CaseHeadlines.rows("ties", columns: 6)
        let name = try #require(try Self.board().names.first)
        #expect(name.ties.count == rows.count)
        for (tie, row) in zip(name.ties, rows) {
            #expect(name.burst.name.lowercased() == row[0] && tie.theme == row[1])
            #expect(tie.mentions == Int(row[2]) && tie.headlines == Int(row[3]))
            #expect(agree(tie.expected, Double(row[4])))
            #expect(agree(tie.probability, Double(row[5])))
            #expect(tie.logOdds > 1)
        }
    }

    /// A lexicon that has the name changes neither its rise nor its ties, and says that it has it.
    @Test func aListedNameTiesToNothingByItself() throws {
        let listed =
            try CaseLexicon.terms() + [
                EntityTerm(
                    term: "DeepSeek", kind: .company, target: "DeepSeek", language: "en",
                    themes: ["laboratories"], known: CaseHeadlines.asOf)
            ]
        let board = StoryBoard(
            headlines: try CaseHeadlines.all(),
            lexicon: EntityLexicon(listed, asOf: CaseHeadlines.asOf), asOf: CaseHeadlines.asOf)
        let plain = try Self.board()
        #expect(board.names.map(\.burst) == plain.names.map(\.burst))
        #expect(board.names.first?.ties == plain.names.first?.ties)
        #expect(board.names.first?.isListed == true)
        #expect(
            board.stories(naming: "DeepSeek").allSatisfy {
                $0.entities.contains(Entity(kind: .company, target: "DeepSeek"))
            })
    }

    /// Deleting what came later changes nothing; what came later is not read.
    @Test func nothingLaterIsSeen() throws {
        let headlines = try CaseHeadlines.all()
        let asOf = CaseHeadlines.asOf - .hours(5)
        let all = try Self.board(asOf: asOf, from: headlines)
        let known = try Self.board(asOf: asOf, from: headlines.filter { $0.published <= asOf })
        #expect(all.stories == known.stories && all.names == known.names)
        let later = try Self.board()
        for (early, late) in zip(all.stories, later.stories) {
            #expect(early.cluster.first == late.cluster.first && early.themes == late.themes)
        }
    }

    @Test func theOrderOfRowsIsNothing() throws {
        var random = SeededGenerator(seed: 72)
        let headlines = try CaseHeadlines.all()
        let expected = try Self.board()
        let board = try Self.board(from: headlines.shuffled(using: &random))
        #expect(board.stories == expected.stories && board.names == expected.names)
    }

    @Test func everyHeadlineIsInOneStory() throws {
        let headlines = try CaseHeadlines.all()
        let told = try Self.board().stories.flatMap(\.cluster.headlines)
        #expect(told.count == headlines.count && Set(told) == Set(headlines))
    }

    /// By its formula in Python: 6 of 8 headlines of the name speak of the theme and 3 of 32 others of the same feed. The odds are
    /// (6 + r) / (3 - r) with r = 3.5 / 33 of one more headline, over r / (1 - r).
    @Test func logOddsByTheFormula() throws {
        let start = CaseHeadlines.asOf - .days(3)
        let titles =
            (0..<6).map { "Zorbium and a chip \($0)" } + ["Zorbium seven", "Zorbium eight"]
            + (0..<3).map { "other chip of \($0)" } + (0..<29).map { "quiet day number \($0)" }
        let headlines = titles.enumerated().map {
            Headline(
                id: "a:\($0)", published: start + .minutes($0), language: "en", title: $1, url: "")
        }
        let lexicon = EntityLexicon(
            [
                EntityTerm(
                    term: "chip", kind: .theme, target: "chips", language: "en",
                    themes: ["chips"], known: start)
            ], asOf: CaseHeadlines.asOf)
        let ties = ThemeTie.ties(
            of: "Zorbium", in: Array(headlines.prefix(8)),
            among: headlines.map { ($0, lexicon.mentions(in: $0)) })
        let tie = try #require(ties.first)
        // ln((6 + 0.106060...) / (3 - 0.106060...)) - ln(0.106060... / 0.893939...)
        #expect(agree(tie.logOdds, 2.878_290_428_750_459_4, relative: 1e-9))
        #expect(tie.mentions == 6 && tie.headlines == 8 && tie.isTied)
        #expect(agree(tie.expected, 9.0 * 8 / 40))
    }

    @Test func nothingIsToldOfNothing() {
        let board = StoryBoard(
            headlines: [], lexicon: EntityLexicon([], asOf: Self.peak), asOf: Self.peak)
        #expect(board.stories == [] && board.names == [])
    }
}

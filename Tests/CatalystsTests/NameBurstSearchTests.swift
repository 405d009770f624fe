import Catalysts
import Market
import TestSupport
import Testing

@Suite struct NameBurstSearchTests {
    private static let end = Timestamp(seconds: 1_700_000_000)
    private static let twoDays = NameBurstSearch(recentSpans: [.hours(48)])

    private static func bursts(
        _ headlines: [Headline], search: NameBurstSearch = .init(), until end: Timestamp = end
    ) -> [NameBurst] {
        search.bursts(in: StoryClustering.stories(of: headlines), until: end)
    }

    /// So many hours before the end.
    private static func headline(_ hours: Int, _ title: String, feed: String = "a") -> Headline {
        Headline(
            id: "\(feed):\(title)@\(hours)", published: end - .hours(hours), language: "en",
            title: title, url: "")
    }

    /// Twenty days of headlines of five words each, drawn from a few hundred.
    private static func noise(seed: UInt64, feed: String = "a", count: Int = 500) -> [Headline] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let words = (0..<5).map { _ in "word\(Int.random(in: 0..<300, using: &random))" }
            return headline(
                Int.random(in: 0..<480, using: &random), words.joined(separator: " "), feed: feed)
        }
    }

    /// Against Python and scipy: the counts, the probability and the number tried, name by name.
    @Test func theNamesOfTheCaseAreThoseOfTheReference() throws {
        let found = Self.bursts(
            try CaseHeadlines.all(), search: Self.twoDays, until: CaseHeadlines.asOf)
        let rows = try CaseHeadlines.rows("names", columns: 7)
        let reference = Dictionary(uniqueKeysWithValues: rows.map { ($0[1], $0) })
        let sure = found.filter { $0.probability < 0.19 }
        #expect(sure.count > 20)
        for burst in sure {
            let row = try #require(reference[burst.name.lowercased()], "\(burst.name)")
            #expect(burst.recent == Int(row[2]) && burst.earlier == Int(row[3]), "\(burst.name)")
            #expect(agree(burst.probability, Double(row[4])), "\(burst.name)")
            #expect(agree(burst.adjusted, Double(row[5]).map { min($0, 1) }), "\(burst.name)")
            #expect(agree(burst.falseDiscovery, Double(row[6])), "\(burst.name)")
        }
        // Both put the same name first.
        #expect(found.first?.name.lowercased() == rows[0][1])
    }

    /// The story of the day, from titles alone.
    @Test func deepSeekIsFirst() throws {
        let headlines = try CaseHeadlines.all()
        let found = Self.bursts(headlines, until: CaseHeadlines.asOf)
        let first = try #require(found.first)
        #expect(first.name == "DeepSeek")
        #expect(first.recent == 9 && first.earlier == 2)
        #expect(first.adjusted < 0.001 && first.falseDiscovery < 0.001)
        #expect(found.dropFirst().allSatisfy { $0.falseDiscovery > 0.5 }, "nothing else rose")
        let titles = first.headlines.map(\.title)
        #expect(titles.first == "DeepSeek-R1")
        #expect(titles.contains("The impact of competition and DeepSeek on Nvidia"))
    }

    /// With less of the day seen it is still first, and at the peak of the evening before not yet sure.
    @Test(arguments: [
        (hours: 0, rank: 0, isSure: true), (hours: 2, rank: 0, isSure: true),
        (hours: 4, rank: 0, isSure: true), (hours: 6, rank: 0, isSure: true),
        (hours: 16, rank: 0, isSure: false),
    ])
    func rankEarlier(hours: Int, rank: Int, isSure: Bool) throws {
        let found = Self.bursts(
            try CaseHeadlines.all(), until: CaseHeadlines.asOf - .hours(hours))
        #expect(found.firstIndex { $0.name == "DeepSeek" } == rank)
        let burst = try #require(found.first { $0.name == "DeepSeek" })
        #expect((burst.falseDiscovery < 0.05) == isSure, "\(burst)")
    }

    /// Deleting what came later changes nothing that was found.
    @Test func nothingLaterIsSeen() throws {
        let headlines = try CaseHeadlines.all()
        for hours in [0, 30] {
            let end = CaseHeadlines.asOf - .hours(hours)
            let known = headlines.filter { $0.published <= end }
            #expect(Self.bursts(known, until: end) == Self.bursts(headlines, until: end))
        }
    }

    @Test func theOrderOfRowsIsNothing() {
        var random = SeededGenerator(seed: 64)
        let headlines =
            Self.noise(seed: 65)
            + (0..<6).map { Self.headline($0 * 7, "Zorbium \($0) rises again") }
        let expected = Self.bursts(headlines)
        #expect(expected.first?.name == "Zorbium")
        for _ in 0..<5 {
            #expect(Self.bursts(headlines.shuffled(using: &random)) == expected)
        }
    }

    /// Without a name that rises, few searches may find one: not more than the error that is stated.
    @Test func noiseHasNoNames() {
        let found = (0..<40).count { seed in
            Self.bursts(Self.noise(seed: UInt64(1000 + seed))).contains { $0.adjusted < 0.05 }
        }
        // Of 40 searches 2 may; 6 or more would come once in seventy times.
        #expect(found < 6)
    }

    @Test func tellsNewFromRegular() {
        let regular = (0..<40).map {
            Self.headline($0 * 12 + 1, "Quibbler number \($0) is out now")
        }
        let twice = (0..<5).flatMap { number in
            (0..<4).map { Self.headline(number * 8 + $0, "Flimflam sells off \(number)") }
        }
        let names = Self.bursts(Self.noise(seed: 66) + regular + twice)
        #expect(!names.contains { $0.name == "Quibbler" && $0.adjusted < 0.05 })
        let flimflam = names.first { $0.name.hasPrefix("Flimflam") }
        // Twenty headlines, five of them stories.
        #expect(flimflam?.recent == 5)
    }

    /// Names of more words, of other scripts and inside other scripts.
    @Test(arguments: [
        (
            "Silicon Valley Bank",
            [
                "Silicon Valley Bank fails", "Run on Silicon Valley Bank",
                "Why Silicon Valley Bank fell", "After Silicon Valley Bank",
                "Silicon Valley Bank sold",
            ]
        ),
        ("深度求索", ["深度求索发布新模型", "关于深度求索的一切", "股市因深度求索下跌", "深度求索登顶", "什么是深度求索"]),
        (
            "DeepSeek",
            [
                "DeepSeek发布新模型", "关于DeepSeek的一切", "股市因DeepSeek下跌", "深夜DeepSeek登顶",
                "什么是DeepSeek",
            ]
        ),
        (
            "Биткоин",
            [
                "Биткоин падает", "почему упал Биткоин", "Биткоин и нефть", "новый Биткоин",
                "снова Биткоин",
            ]
        ),
        (
            "بيتكوين",
            [
                "انهيار بيتكوين", "سعر بيتكوين اليوم", "بيتكوين والذهب", "ما هي بيتكوين",
                "بيتكوين الآن",
            ]
        ),
    ])
    func findsNamesOfAnyScript(name: String, titles: [String]) {
        let recent = titles.enumerated().map { Self.headline($0 * 9, $1) }
        let found = Self.bursts(Self.noise(seed: 67) + recent)
        #expect(found.first?.name == name)
        #expect((found.first?.adjusted ?? 1) < 0.05)
    }

    /// Names that share a word are two where they stand in other headlines, and one in the same.
    @Test func namesThatShareAWordAreTwo() {
        let banks = (0..<6).map { Self.headline($0 * 7, "Zorbium Bank closes door \($0)") }
        let mines = (0..<6).map { Self.headline($0 * 7 + 3, "Zorbium Mine opens shaft \($0)") }
        let found = Self.bursts(Self.noise(seed: 70) + banks + mines).map(\.name)
        #expect(found.prefix(1) == ["Zorbium"])
        #expect(!found.contains("Zorbium Bank") && !found.contains("Zorbium Mine"))
        let others = (0..<6).map { Self.headline($0 * 7 + 3, "Flimflam Bank opens vault \($0)") }
        let names = Self.bursts(Self.noise(seed: 70) + banks + others).map(\.name)
        #expect(names.contains("Bank"))
        let steady = (0..<30).map { Self.headline(60 + $0 * 14, "the Bank of river \($0)") }
        let parted = Self.bursts(Self.noise(seed: 70) + banks + others + steady).map(\.name)
        #expect(parted.contains("Zorbium Bank") && parted.contains("Flimflam Bank"))
    }

    /// The stretch begins after the moment two days before the end, and the end belongs to it.
    @Test func theEndsOfAStretch() throws {
        let gizmos = [0, 10, 20, 48].map { Self.headline($0, "Gizmo tale of \($0)") }
        let later = [
            Headline(
                id: "a:z", published: Self.end + .minutes(1), language: "en", title: "Gizmo",
                url: "")
        ]
        let found = Self.bursts(Self.noise(seed: 73) + gizmos + later, search: Self.twoDays)
        let gizmo = try #require(found.first { $0.name == "Gizmo" })
        #expect(gizmo.recent == 3 && gizmo.earlier == 1)
    }

    /// A feed that reaches back ten days counts in two days, and in a week only the others.
    @Test func aFeedCountsWhereItHasABefore() throws {
        let steady = Self.noise(seed: 69) + (0..<3).map { Self.headline($0 * 50, "Gizmo \($0)") }
        let short = (0..<60).map {
            Self.headline($0 * 4, "tale \($0) of Gizmo \($0 * 17)", feed: "b")
        }
        let found = Self.bursts(steady + short, search: .init(recentSpans: [.days(7)]))
        let gizmo = try #require(found.first { $0.name == "Gizmo" })
        #expect(gizmo.recent == 3 && gizmo.earlier == 0 && gizmo.headlines.count == 63)
    }

    /// A feed that begins in the stretch makes no name new, whatever it writes of.
    @Test func aNewFeedIsNoBurst() {
        let feed = (0..<30).map { Self.headline($0, "Gizmo story of number \($0 * 17)", feed: "b") }
        let names = Self.bursts(Self.noise(seed: 68) + feed)
        #expect(!names.contains { $0.name == "Gizmo" && $0.adjusted < 0.5 })
    }

    @Test func withoutABeforeThereIsNothing() {
        #expect(Self.bursts([]) == [])
        let late = (0..<30).map { Self.headline($0, "Gizmo story of number \($0 * 17)") }
        #expect(Self.bursts(late) == [])
    }

    @Test func hostileTitlesAreBounded() {
        let names = (0..<600).map { number in
            Self.headline(
                number % 480,
                (0..<400).map { "W\(number * 31 % 97 + $0)" }.joined(separator: " "))
        }
        let blanks = (0..<30).map {
            Self.headline($0, String(repeating: "字", count: 30_000) + "\($0)")
        }
        let marks = (0..<30).map {
            Self.headline($0, String(repeating: "\u{202E}\u{200D}🚀", count: 10_000) + " \($0)")
        }
        let found = Self.bursts(names + blanks + marks)
        #expect(found.allSatisfy { $0.name.unicodeScalars.count <= 122 })
    }
}

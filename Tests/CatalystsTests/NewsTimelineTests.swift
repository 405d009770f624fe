import Catalysts
import Market
import TestSupport
import Testing

@Suite struct NewsTimelineTests {
    private static func timeline(
        _ headlines: [Headline], moment: Timestamp = SampleHeadlines.turn
    ) -> NewsTimeline? {
        NewsTimeline(
            headlines: headlines, lexicon: Lexicon(SampleHeadlines.terms), themes: ["ai"],
            moment: moment)
    }

    /// What a timeline says, to be compared.
    private static func account(_ timeline: NewsTimeline?) -> [String] {
        guard let timeline else { return [] }
        return ["\(timeline.moment)", "\(timeline.burst)", "\(timeline.themed)"]
            + (timeline.before + timeline.after).map { "\($0.published) \($0.id) \($0.title)" }
    }

    /// Counted by hand in `SampleHeadlines`: 1 + 4 + 19 + 6 + 4 titles of the theme before the turn; 24
    /// titles before the last two days and 11 in them, so 11 / 35 of ten of `DeepSeek` are expected.
    @Test func partsStoriesAtTheMoment() throws {
        let timeline = try #require(Self.timeline(SampleHeadlines.all))
        #expect(timeline.burst.term == "DeepSeek")
        #expect(timeline.burst.recent == 6)
        #expect(agree(timeline.burst.expected, 110.0 / 35))
        #expect(timeline.themed == 34)
        #expect(timeline.before.count == 10)
        #expect(timeline.before.allSatisfy { $0.published < SampleHeadlines.turn })
        #expect(timeline.after.map(\.title) == ["DeepSeek at the turn", "DeepSeek after"])
        let times = (timeline.before + timeline.after).map(\.published)
        #expect(times == times.sorted())
    }

    @Test func theOrderOfRowsIsNothing() {
        var random = SeededGenerator(seed: 71)
        let twins = (0..<5).map {
            SampleHeadlines.headline(-30, "DeepSeek twice", id: "copy:\($0)")
        }
        let headlines = SampleHeadlines.all + twins
        let expected = Self.account(Self.timeline(headlines))
        #expect(expected.count == 16)
        for _ in 0..<200 {
            #expect(Self.account(Self.timeline(headlines.shuffled(using: &random))) == expected)
        }
    }

    @Test func aTitleIsKeptWhereItCameFirst() throws {
        let again = [
            SampleHeadlines.headline(-40, "DeepSeek again", id: "b"),
            SampleHeadlines.headline(-45, "DeepSeek again", id: "c"),
            SampleHeadlines.headline(-45, "DeepSeek again", id: "a"),
            SampleHeadlines.headline(2, "DeepSeek again", id: "0"),
        ]
        let timeline = try #require(Self.timeline(SampleHeadlines.all + again))
        let kept = (timeline.before + timeline.after).filter { $0.title == "DeepSeek again" }
        #expect(kept == [again[2]])
        #expect(timeline.burst.recent == 7)
        #expect(timeline.themed == 35)
    }

    /// Adding what was published at or after the moment changes nothing that is said about before.
    @Test func nothingLaterIsSeen() throws {
        var random = SeededGenerator(seed: 72)
        let plain = try #require(Self.timeline(SampleHeadlines.all))
        for _ in 0..<100 {
            let later = (0..<Int.random(in: 1...40, using: &random)).map { count in
                SampleHeadlines.headline(
                    Int.random(in: 0...60, using: &random),
                    ["OpenAI", "AI", "DeepSeek"].randomElement(using: &random).map {
                        "\($0) later \(count)"
                    } ?? "")
            }
            let timeline = try #require(
                Self.timeline((SampleHeadlines.all + later).shuffled(using: &random)))
            #expect(timeline.burst == plain.burst)
            #expect(timeline.themed == plain.themed)
            #expect(timeline.before == plain.before)
        }
    }

    /// One title is one mention, in however many themes or languages the word is listed.
    @Test func aTitleCountsOnceForAWord() throws {
        let twice =
            SampleHeadlines.terms + [
                ThemeTerm(theme: "chips", term: "DeepSeek", language: "zh", sector: "ai")
            ]
        let timeline = try #require(
            NewsTimeline(
                headlines: SampleHeadlines.all, lexicon: Lexicon(twice), themes: ["ai", "chips"],
                moment: SampleHeadlines.turn))
        #expect(Self.account(timeline) == Self.account(Self.timeline(SampleHeadlines.all)))
    }

    @Test func nothingBeforeTheLastTwoDays() {
        let recent = SampleHeadlines.all.filter {
            $0.published >= SampleHeadlines.turn - .hours(48)
        }
        #expect(Self.timeline(recent) == nil)
        #expect(Self.timeline([]) == nil)
        #expect(Self.timeline(recent + [SampleHeadlines.headline(-288, "Rain")]) != nil)
    }
}

import Import
import Market
import Store
import TestSupport
import Testing

/// Nothing that is imported is seen before it was known, whatever was imported when.
@Suite struct NewsTimesTests {
    private let samples: NewsSamples

    init() throws {
        samples = try NewsSamples()
    }

    @Test func aFetchedStoryIsNotSeenBeforeTheFetch() throws {
        try samples.run(NewsSamples.table, fetched: "2025-01-28T09:30Z")
        #expect(try samples.titles(at: "2025-01-28T09:29:59.999999Z") == [])
        #expect(try samples.titles(at: "2025-01-28T09:30Z").count == 2)
    }

    @Test func anArchivedStoryIsSeenFromItsLastChange() throws {
        try samples.run(
            """
            id,published,updated,title
            1,2025-01-27T12:00Z,,plain
            2,2025-01-27T12:00Z,2025-01-27T15:00Z,changed
            3,2025-01-27T12:00Z,,other

            """)
        #expect(try samples.titles(at: "2025-01-27T11:59:59Z") == [])
        #expect(try samples.titles(at: "2025-01-27T12:00Z") == ["plain", "other"])
        #expect(try samples.titles(at: "2025-01-27T15:00Z") == ["plain", "changed", "other"])
    }

    @Test func aRowThatSaysWhenItWasSeenIsBelieved() throws {
        let table = """
            id,published,known,title
            1,2025-01-27T12:00Z,2025-01-27T13:00Z,seen
            2,2025-01-27T12:00Z,,unsaid

            """
        try samples.run(table, fetched: "2025-01-28T00:00Z")
        #expect(try samples.titles(at: "2025-01-27T13:00Z") == ["seen"])
        #expect(try samples.titles(at: "2025-01-28T00:00Z") == ["seen", "unsaid"])
    }

    @Test func aCatalystIsSeenWhenItSaysThatItWasKnown() throws {
        try samples.run(
            """
            time: 2025-01-27T12:00Z
            what: a rule
            known: 2025-01-27T12:40Z
            """, fetched: "2025-02-01T00:00Z")
        #expect(try samples.titles(at: "2025-01-27T12:39Z") == [])
        #expect(try samples.titles(at: "2025-01-27T12:40Z") == ["a rule"])
    }

    @Test func otherWordsAreKnownFromTheirOwnFetchOn() throws {
        func fetch(_ hour: String, _ titles: [String]) throws -> NewsReport {
            try samples.run(NewsSamples.table(titles), fetched: "2025-01-27T\(hour)Z")
        }
        #expect(try fetch("13:00", ["a", "b"]).added == 2)
        let second = try fetch("15:00", ["a", "b again", "c"])
        #expect(second.added == 2 && second.reworded == 1 && second.alreadyThere == 1)
        #expect(try samples.titles(at: "2025-01-27T13:00Z") == ["a", "b"])
        #expect(try samples.titles(at: "2025-01-27T14:59Z") == ["a", "b"])
        #expect(try samples.titles(at: "2025-01-27T15:00Z") == ["a", "b again", "c"])
        #expect(try fetch("14:00", ["a", "older", "c"]).added == 0, "older than the last words")
        #expect(
            try fetch("15:00", ["a", "other", "c"]).added == 0, "of one moment the first stand")
        #expect(try fetch("16:00", ["a", "b", "c"]).reworded == 1, "and back again")
        #expect(try samples.titles(at: "2025-01-27T16:00Z") == ["a", "b", "c"])
        #expect(try fetch("15:00", ["a", "other", "c"]).added == 0)
    }

    /// Among many stories the few in other words are sought one by one, and not read in passing.
    @Test func aFewOtherWordsAmongManyStoriesAreFound() throws {
        var titles = (0..<200).map { "story \($0)" }
        try samples.run(NewsSamples.table(titles), fetched: "2025-01-27T13:00Z")
        titles[17] = "new"
        titles[180] = "new too"
        let table = NewsSamples.table(titles)
        #expect(try samples.run(table, fetched: "2025-01-27T13:00Z").added == 0, "of one moment")
        #expect(try samples.run(table, fetched: "2025-01-27T12:30Z").added == 0, "older")
        let later = try samples.run(table, fetched: "2025-01-27T14:00Z")
        #expect(later.added == 2 && later.reworded == 2 && later.alreadyThere == 198)
        #expect(try samples.titles(at: "2025-01-27T13:59Z").contains("story 17"))
        #expect(try Set(samples.titles(at: "2025-01-27T14:00Z")) == Set(titles))
    }

    @Test func aLanguageThatNobodySaidIsNoWordThatChanges() throws {
        #expect(try samples.run(NewsSamples.table, fetched: "2025-01-28T00:00Z").added == 2)
        #expect(try samples.run(NewsSamples.table, fetched: "2025-01-29T00:00Z").added == 0)
        let told = try samples.run(
            NewsSamples.table, fetched: "2025-01-30T00:00Z", language: "en")
        #expect(told.reworded == 2)
        #expect(try samples.headlines(at: "2025-01-29T00:00Z") == NewsSamples.expected("und"))
        #expect(try samples.headlines(at: "2025-01-30T00:00Z") == NewsSamples.expected("en"))
    }

    /// Fetches of made feeds, whose stories come, go and change: what a store shows at each instant is
    /// what the last fetch before it said of each story, by a fold of a few lines.
    @Test func whatIsSeenIsWhatWasLastFetched() throws {
        var random = SeededGenerator(seed: 27)
        for _ in 0..<12 {
            let samples = try NewsSamples()
            var said: [Int: String] = [:]
            for hour in 10..<20 {
                let titles = (0..<8).map { _ in ["a", "b", "c"].randomElement(using: &random) ?? ""
                }
                let shown = Array(titles.prefix(Int.random(in: 1...8, using: &random)))
                let new = shown.enumerated().filter { said[$0.offset] != $0.element }.count
                let reworded = shown.indices.filter { said[$0] != nil && said[$0] != shown[$0] }
                let report = try samples.run(
                    NewsSamples.table(shown), fetched: "2025-01-28T\(hour):00Z")
                #expect(report.added == new && report.reworded == reworded.count)
                for (id, title) in shown.enumerated() { said[id] = title }
                let seen = try samples.titles(at: "2025-01-28T\(hour):59Z")
                #expect(seen == said.keys.sorted().compactMap { said[$0] })
            }
        }
    }

    /// Deleting what came later changes nothing: a store of the first fetches shows what the whole shows.
    @Test func laterFetchesChangeNothingEarlier() throws {
        var random = SeededGenerator(seed: 28)
        let whole = try NewsSamples()
        var earlier: [(instant: String, seen: [Headline])] = []
        for hour in 10..<20 {
            let titles = (0..<6).map { _ in ["a", "b", "c"].randomElement(using: &random) ?? "" }
            try whole.run(NewsSamples.table(titles), fetched: "2025-01-28T\(hour):00Z")
            let instant = "2025-01-28T\(hour):30Z"
            earlier.append((instant, try whole.headlines(at: instant)))
        }
        for (instant, seen) in earlier { #expect(try whole.headlines(at: instant) == seen) }
    }
}

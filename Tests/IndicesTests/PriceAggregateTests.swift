import Indices
import Market
import TestSupport
import Testing

@Suite struct PriceAggregateTests {
    private static let moment = Timestamp(seconds: 1_737_979_200)

    private static func quote(
        _ source: SourceID, _ price: Double, volume: Double? = 1, age: Int64 = 0
    ) -> PriceQuote {
        PriceQuote(
            source: source, price: price, volume: volume,
            observed: Timestamp(seconds: 1_737_979_200 - age))
    }

    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("prices")
        #expect(cases.count == 80)
        var fates: Set<String> = []
        for reference in cases {
            let row = reference.first
            let aggregate = PriceAggregate(
                reference.rows.map(Self.quote), asOf: Self.moment, previous: row.number("previous"))
            #expect(agree(aggregate.price, row.number("answer"), relative: 1e-12, absolute: 0))
            #expect(agree(aggregate.spread, row.number("spread"), relative: 1e-12))
            #expect(aggregate.disagrees == (row.count("disagrees") == 1))
            #expect(aggregate.fewSources == (row.count("few") == 1))
            #expect(
                aggregate.method
                    == (row.text("method") == "mean" ? .volumeWeightedAverage : .weightedMedian))
            let reasons = Dictionary(
                uniqueKeysWithValues: aggregate.dropped.map {
                    ($0.quote.source.text, "\($0.reason)")
                })
            for row in reference.rows {
                let fate = row.text("fate")
                fates.insert(fate)
                #expect(reasons[row.text("source")] == (fate == "used" ? nil : fate))
            }
            #expect(aggregate.used.count + aggregate.dropped.count == reference.rows.count)
        }
        #expect(fates == ["used", "later", "stale", "outlier", "jump"])
    }

    /// By hand: 130 is 30 from the middle of 99, 100, 101 and 130, where the deviations' middle is one.
    @Test func anOutlierIsDroppedAndNamed() {
        let aggregate = PriceAggregate(
            [
                Self.quote("a", 99), Self.quote("b", 100), Self.quote("c", 101),
                Self.quote("d", 130), Self.quote("e", 100),
            ], asOf: Self.moment)
        #expect(aggregate.price == 100)
        #expect(aggregate.used.map(\.source) == ["a", "b", "c", "e"])
        #expect(aggregate.dropped.map(\.quote) == [Self.quote("d", 130)])
        #expect(aggregate.dropped.map(\.reason) == [.outlier])
        #expect(!aggregate.fewSources)
        #expect(!aggregate.disagrees)
    }

    @Test func whereMostAgreeToTheLastDigitAPercentIsAllowed() {
        let quotes = [1, 1, 1, 1.005, 1.02].enumerated().map {
            Self.quote(SourceID("s\($0.offset)"), $0.element)
        }
        let aggregate = PriceAggregate(quotes, asOf: Self.moment)
        #expect(aggregate.dropped.map(\.quote.price) == [1.02])
        #expect(agree(aggregate.price, 1.00125))
    }

    @Test func aQuoteOfThreeHoursIsFreshAndOneSecondMoreIsNot() {
        let aggregate = PriceAggregate(
            [
                Self.quote("a", 1, age: 10_800), Self.quote("b", 9, age: 10_801),
                Self.quote("c", 9, age: -1),
            ],
            asOf: Self.moment)
        #expect(aggregate.price == 1)
        #expect(aggregate.fewSources)
        #expect(aggregate.dropped.map(\.reason) == [.stale, .later])
    }

    /// What is known only later changes nothing but its own mention.
    @Test func laterQuotesChangeNoAnswer() throws {
        var random = SeededGenerator(seed: 971)
        for reference in try ReferenceCase.all("prices") {
            let quotes = reference.rows.map(Self.quote)
            let later = quotes.map { quote in
                PriceQuote(
                    source: quote.source, price: quote.price * 2, volume: 5,
                    observed: Self.moment + .minutes(Int.random(in: 1...900, using: &random)))
            }
            let alone = PriceAggregate(quotes, asOf: Self.moment)
            let together = PriceAggregate(
                (quotes + later).shuffled(using: &random), asOf: Self.moment)
            #expect(alone.price == together.price)
            #expect(alone.used == together.used)
        }
    }

    @Test func ofOneSourceTheNewestIsHeard() {
        let aggregate = PriceAggregate(
            [Self.quote("a", 5, age: 60), Self.quote("a", 6), Self.quote("a", 7, age: 120)],
            asOf: Self.moment)
        #expect(aggregate.price == 6)
        #expect(aggregate.dropped.map(\.reason) == [.superseded, .superseded])
        #expect(aggregate.dropped.map(\.quote.price) == [5, 7])
    }

    /// Two cannot judge each other, the previous price can; three that agree are refused all the same.
    @Test func aHundredfoldJumpIsRefused() {
        let two = PriceAggregate(
            [Self.quote("a", 1.1), Self.quote("b", 101)], asOf: Self.moment, previous: 1)
        #expect(two.price == 1.1)
        #expect(two.dropped.map(\.reason) == [.jump])
        let hundred = PriceAggregate([Self.quote("a", 100)], asOf: Self.moment, previous: 1)
        #expect(hundred.price == 100)
        for factor in [101, 1.0 / 101] {
            let three = PriceAggregate(
                ["a", "b", "c"].map { Self.quote(SourceID($0), factor) }, asOf: Self.moment,
                previous: 1)
            #expect(three.price == nil)
            #expect(three.used.isEmpty)
            #expect(three.dropped.map(\.reason) == [.jump, .jump, .jump])
        }
        for previous in [Double.nan, 0, -1, .infinity] {
            let aggregate = PriceAggregate(
                [Self.quote("a", 1e9)], asOf: Self.moment, previous: previous)
            #expect(aggregate.price == 1e9)
        }
    }

    @Test func twoThatDisagreeAreFlagged() {
        let near = PriceAggregate([Self.quote("a", 100), Self.quote("b", 102)], asOf: Self.moment)
        #expect(near.price == 101)
        #expect(!near.disagrees)
        let far = PriceAggregate([Self.quote("a", 100), Self.quote("b", 104)], asOf: Self.moment)
        #expect(far.disagrees)
        #expect(agree(far.spread, 4.0 / 102))
        #expect(far.fewSources)
    }

    @Test func theMiddleIsTakenByWeight() {
        func median(_ volumes: [Double?]) -> Double? {
            PriceAggregate(
                zip([100, 101, 102], volumes).map { Self.quote(SourceID("\($0)"), $0, volume: $1) },
                asOf: Self.moment
            ).price
        }
        #expect(median([nil, nil, nil]) == 101)
        #expect(median([5, nil, 1]) == 100)
        #expect(median([3, nil, 1]) == 100.5)
        #expect(median([1, nil, 1]) == 101)
        #expect(median([1, .nan, 3]) == 101.5)
        #expect(median([1, 0, 1]) == 101)
        #expect(median([1, 1, 2]) == 101.25)
    }

    @Test func priceLiesBetweenThoseUsedAndScales() throws {
        var random = SeededGenerator(seed: 972)
        for _ in 0..<500 {
            let quotes = (0..<Int.random(in: 1...20, using: &random)).map { number in
                Self.quote(
                    SourceID("s\(number)"), Double.random(in: 90...110, using: &random),
                    volume: Int.random(in: 0..<8, using: &random) == 0
                        ? nil : Double.random(in: 1...1e9, using: &random))
            }
            let aggregate = PriceAggregate(quotes, asOf: Self.moment)
            let price = try #require(aggregate.price)
            let used = aggregate.used.map(\.price)
            #expect(price >= (used.min() ?? .nan) * (1 - 1e-12))
            #expect(price <= (used.max() ?? .nan) * (1 + 1e-12))
            let scaled = PriceAggregate(
                quotes.map {
                    PriceQuote(
                        source: $0.source, price: $0.price * 1024, volume: $0.volume,
                        observed: $0.observed)
                }, asOf: Self.moment)
            #expect(scaled.price == price * 1024)
            #expect(PriceAggregate(quotes.shuffled(using: &random), asOf: Self.moment) == aggregate)
        }
    }

    @Test func hostileQuotesAreDropped() {
        let prices = [Double.nan, .infinity, -.infinity, 0, -1]
        let aggregate = PriceAggregate(
            prices.enumerated().map { Self.quote(SourceID("s\($0.offset)"), $0.element) },
            asOf: Self.moment)
        #expect(aggregate.price == nil)
        #expect(
            aggregate.dropped.map(\.reason)
                == Array(repeating: PriceAggregate.Reason.notAPrice, count: 5))
        #expect(PriceAggregate([], asOf: Self.moment).price == nil)
        let huge = PriceAggregate(
            ["a", "b", "c"].map {
                Self.quote(SourceID($0), .greatestFiniteMagnitude, volume: .greatestFiniteMagnitude)
            }, asOf: Self.moment)
        #expect(huge.price.map { agree($0, .greatestFiniteMagnitude) } ?? true)
    }

    private static func quote(_ row: ReferenceCase.Row) -> PriceQuote {
        quote(
            SourceID(row.text("source")), row.number("price") ?? .nan, volume: row.number("volume"),
            age: Int64(row.count("age") ?? 0))
    }
}

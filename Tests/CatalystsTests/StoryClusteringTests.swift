import Catalysts
import Market
import TestSupport
import Testing

@Suite struct StoryClusteringTests {
    private static func headline(_ hours: Int, _ title: String, id: String = "a") -> Headline {
        Headline(
            id: id, published: Timestamp(seconds: 1_737_000_000) + .hours(hours), language: "en",
            title: title, url: "")
    }

    /// The number of the story of each headline, in order of time.
    private static func numbers(_ stories: [StoryCluster]) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for (number, story) in stories.enumerated() {
            for headline in story.headlines { numbers[headline.id] = number }
        }
        return numbers
    }

    /// Against every title compared with every other, in Python.
    @Test func theStoriesOfTheCaseAreThoseOfAllPairs() throws {
        let stories = StoryClustering.stories(of: try CaseHeadlines.all())
        let expected = try CaseHeadlines.rows("stories", columns: 2)
        #expect(expected.count == 1849)
        let numbers = Self.numbers(stories)
        #expect(numbers.count == expected.count)
        for row in expected { #expect(numbers[row[0]] == Int(row[1]), "\(row[0])") }
    }

    /// Pairs that a reader would say tell the same, or another, story.
    @Test(arguments: [
        (
            "Nvidia shares plunge as DeepSeek rattles markets",
            "Nvidia shares plunge as DeepSeek rattles markets – live", true
        ),
        (
            "Bitcoin drops below $100,000 as tech stocks slide",
            "UPDATE: Bitcoin drops below $100,000 as tech stocks slide", true
        ),
        (
            "Bitcoin drops below $100,000 as tech stocks slide",
            "Bitcoin drops below $98,000 as tech stocks slide", false
        ),
        ("SEC approves spot bitcoin ETF", "SEC Approves Spot Bitcoin ETF!", true),
        ("Fed leaves rates unchanged", "Fed cuts rates", false),
        ("DeepSeek-R1", "DeepSeek R1", true), ("DeepSeek-R1", "DeepSeek-V3", false),
        ("DeepSeek-R1", "The Illustrated DeepSeek-R1", false),
        (
            "GPT-4 is now available in the API for all",
            "GPT-5 is now available in the API for all",
            false
        ),
        (
            "香港国际机场2024年客运量达5310万人次 同比增长34.3%",
            "香港机场2024年客运量达5310万人次，同比增长超三成", true
        ),
        ("太和水：公司股票可能被实施退市风险警示", "岩石股份：公司股票可能被实施退市风险警示", false),
        (
            "DeepSeek回应闪崩：局部服务波动 但在数分钟内解决",
            "DeepSeek回应闪崩：局部服务波动，数分钟内解决", true
        ),
        ("奥特曼晒“星际之门”首期工厂", "OpenAI CEO阿尔特曼晒“星际之门”首期工厂", true),
        ("美联储降息25个基点", "美联储降息50个基点", false), ("央行开展逆回购操作", "央行暂停国债买入操作", false),
        (
            "El Banco Central Europeo baja los tipos de interés",
            "El Banco Central Europeo baja otra vez los tipos de interés", true
        ),
        (
            "El bitcoin cae por debajo de los 100.000 dólares",
            "El bitcoin cae por debajo de los 100.000 dólares tras el desplome de Nvidia", true
        ),
        (
            "El bitcoin cae por debajo de los 100.000 dólares",
            "El bitcoin supera los 110.000 dólares", false
        ),
        ("España aprueba la ley de amnistía", "México aprueba la reforma judicial", false),
        ("ビットコインが急落、ディープシークの衝撃", "ビットコインが急落 ディープシークの衝撃広がる", true),
        ("비트코인 10만 달러 붕괴", "비트코인 10만 달러 붕괴…엔비디아 급락", true),
        ("ราคาบิตคอยน์ร่วงแรงวันนี้", "ราคาบิตคอยน์ร่วงแรงวันนี้มาก", true),
        (
            "Биткоин упал ниже 100 000 долларов на фоне DeepSeek",
            "Биткоин упал ниже 100 000 долларов", true
        ),
    ])
    func tells(first: String, second: String, isSame: Bool) {
        Self.check(first, second, isSame)
    }

    /// Where words alone mislead: one story told in another order, in another language or without
    /// letters, and two stories of one form that differ in a name.
    @Test(arguments: [
        ("Nvidia falls 17% on DeepSeek fears", "Nvidia falls 17% on fears of DeepSeek", false),
        ("Bitcoin falls below $100,000", "比特币跌破10万美元", false), ("🚀🚀🚀", "🚀🚀🚀", false),
        ("", "", false),
        (
            "Apple blocks Facebook from running its internal iOS apps",
            "Apple blocks Google from running its internal iOS apps", true
        ),
        ("Dissecting the Apple M1 GPU, Part III", "Dissecting the Apple M1 GPU, Part IV", true),
    ])
    func cannotTell(first: String, second: String, isSame: Bool) {
        Self.check(first, second, isSame)
    }

    private static func check(_ first: String, _ second: String, _ isSame: Bool) {
        let stories = StoryClustering.stories(of: [
            headline(0, first, id: "a"), headline(5, second, id: "b"),
        ])
        #expect((stories.count == 1) == isSame)
        #expect(stories[0].firstSeen == headline(0, "").published)
        // What is alike is alike the other way round.
        let turned = StoryClustering.stories(of: [
            headline(0, second, id: "a"), headline(5, first, id: "b"),
        ])
        #expect((turned.count == 1) == isSame)
    }

    @Test func invisibleMarksAndWideLettersAreNothing() {
        let plain = Self.headline(0, "DeepSeek发布新款开源多模态模型", id: "a")
        let odd = Self.headline(1, "Deep\u{202E}Seek\u{200B}发布新款\u{2066}开源多模态模型", id: "b")
        let wide = Self.headline(2, "ＤｅｅｐＳｅｅｋ发布新款开源多模态模型", id: "c")
        #expect(StoryClustering.stories(of: [plain, odd, wide]).count == 1)
        let composed = Self.headline(0, "Pánico en México", id: "a")
        let parted = Self.headline(1, "Pa\u{301}nico en Me\u{301}xico", id: "b")
        #expect(StoryClustering.stories(of: [composed, parted]).count == 1)
    }

    @Test func theSameTitleYearsLaterIsAnotherStory() {
        let title = "What are you reading this year?"
        let days = [0, 7, 14, 22, 400]
        let stories = StoryClustering.stories(
            of: days.map { Self.headline(24 * $0, title, id: "\(1000 + $0)") })
        #expect(stories.map(\.headlines.count) == [3, 1, 1])
        let joined = StoryClustering.stories(
            of: days.map { Self.headline(24 * $0, title, id: "\(1000 + $0)") },
            rule: .init(window: .days(400)))
        #expect(joined.count == 1)
    }

    /// A title is told with the story of the one it is most like; of equals with the earliest.
    @Test func joinsWhatItIsMostLike() {
        let first = Self.headline(0, "one two three four five six seven eight", id: "a")
        let second = Self.headline(1, "nine two three four five six ten eleven twelve", id: "b")
        let third = Self.headline(2, "nine two three four five six seven eight", id: "c")
        let stories = StoryClustering.stories(of: [first, second, third])
        #expect(stories.map { $0.headlines.map(\.id) } == [["a", "c"], ["b"]])
    }

    /// A prefix of a stream gives what the whole stream gives of it, and a batch gives the same.
    @Test func nothingLaterMovesAnything() throws {
        let headlines = try CaseHeadlines.all()
        var clustering = StoryClustering()
        var placed: [Int] = []
        for headline in headlines { placed.append(clustering.add(headline)) }
        #expect(clustering.stories == StoryClustering.stories(of: headlines))
        var random = SeededGenerator(seed: 61)
        for _ in 0..<6 {
            let count = Int.random(in: 0...headlines.count, using: &random)
            let prefix = Array(headlines.prefix(count))
            let stories = StoryClustering.stories(of: prefix.shuffled(using: &random))
            let numbers = Self.numbers(stories)
            #expect(prefix.map { numbers[$0.id] } == placed.prefix(count).map { $0 })
        }
    }

    /// Random titles of few words, where alike and unlike lie close together, against all pairs.
    @Test func fewWordsAgreeWithAllPairs() {
        var random = SeededGenerator(seed: 62)
        let words = ["rain", "sun", "wind", "snow", "fog"]
        for _ in 0..<60 {
            let headlines = (0..<40).map { count in
                let length = Int.random(in: 1...9, using: &random)
                let title = (0..<length).compactMap { _ in words.randomElement(using: &random) }
                return Self.headline(count * 6, title.joined(separator: " "), id: "\(100 + count)")
            }
            let numbers = Self.numbers(StoryClustering.stories(of: headlines))
            #expect(headlines.map { numbers[$0.id] } == Self.allPairs(headlines))
        }
    }

    /// The rule by its letter: sets of neighbouring words, no index.
    private static func allPairs(_ headlines: [Headline]) -> [Int] {
        var stories: [Int] = []
        var next = 0
        for (index, headline) in headlines.enumerated() {
            let words = headline.title.split(separator: " ")
            let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
            var best = (value: 0.0, story: -1)
            for earlier in 0..<index {
                let other = headlines[earlier].title.split(separator: " ")
                let otherPairs = Set(zip(other, other.dropFirst()).map { "\($0) \($1)" })
                guard headline.published - headlines[earlier].published <= .days(7) else {
                    continue
                }
                let shared = pairs.intersection(otherPairs).count
                let share = Double(shared) / Double(max(pairs.union(otherPairs).count, 1))
                let value = other == words ? 2 : shared >= 4 && share >= 0.5 ? share : 0
                if value > best.value { best = (value, stories[earlier]) }
            }
            stories.append(best.story < 0 ? next : best.story)
            if best.story < 0 { next += 1 }
        }
        return stories
    }

    /// Long titles, titles without blanks and thousands of titles of one form end in time.
    @Test func hostileTitlesAreBounded() {
        let long = (0..<40).map {
            Self.headline($0, String(repeating: "word\($0 % 3) ", count: 20_000), id: "\(100 + $0)")
        }
        #expect(StoryClustering.stories(of: long).count == 3)
        let blank = (0..<20).map {
            Self.headline($0, String(repeating: "x", count: 100_000) + "\($0)", id: "\(100 + $0)")
        }
        #expect(StoryClustering.stories(of: blank).count == 20)
        let formed = (0..<2000).map {
            Self.headline(
                0, "the price of item \($0) rose today by a lot, as many said before",
                id: "\(10_000 + $0)")
        }
        #expect(StoryClustering.stories(of: formed).count == 2000)
    }
}

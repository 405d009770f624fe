import Import
import Indices
import Market
import TestSupport
import Testing

@Suite struct IndexFileTests {
    private static let example = """
        {
          "format": "downdraft.indices/1",
          "indices": [
            {
              "name": "gpu-ten",
              "title": "Ten largest GPU tokens",
              "universe": {
                "classes": ["coin"], "sector": "ai", "group": "gpu", "largest": 10,
                "without": ["WLD", "FET"]
              },
              "weighting": {"by": "capped", "most": 0.4, "least": 0.02},
              "least_coverage": 0.8
            },
            {
              "name": "majors",
              "title": "Majors, all alike",
              "universe": {"classes": ["coin", "staked"], "only": ["SOL", "BTC", "ETH"]},
              "weighting": {"by": "equal"}
            },
            {
              "name": "small",
              "title": "From the eleventh to the hundredth",
              "universe": {"classes": ["coin"], "largest": 100, "without_largest": 10},
              "weighting": {"by": "square-root"}
            }
          ]
        }
        """

    private static func read(
        _ text: String, taken: Set<String>? = nil
    ) throws(ImportError) -> [IndexDefinition] {
        guard let taken else {
            return try IndexFile.definitions(from: Array(text.utf8), file: "mine.json")
        }
        return try IndexFile.definitions(from: Array(text.utf8), file: "mine.json", taken: taken)
    }

    @Test func readsTheExample() throws {
        let definitions = try Self.read(Self.example)
        #expect(
            definitions == [
                IndexDefinition(
                    name: "gpu-ten", title: "Ten largest GPU tokens",
                    universe: UniverseRule(
                        classes: [.coin], largest: 10, without: ["FET", "WLD"], sector: "ai",
                        group: "gpu"),
                    weighting: .capped(most: 0.4, least: 0.02), leastCoverage: 0.8),
                IndexDefinition(
                    name: "majors", title: "Majors, all alike",
                    universe: UniverseRule(
                        classes: [.coin, .staked], only: ["BTC", "ETH", "SOL"]),
                    weighting: .equal),
                IndexDefinition(
                    name: "small", title: "From the eleventh to the hundredth",
                    universe: UniverseRule(classes: [.coin], largest: 100, withoutLargest: 10),
                    weighting: .squareRootOfCapitalisation),
            ])
    }

    @Test func theOrderOfFieldsAndListsIsNothing() throws {
        let one = try Self.read(Self.index(#""classes":["coin","staked"],"without":["A","B"]"#))
        let other = try Self.read(
            Self.index(#""without":["B","A","B"],"classes":["staked","coin"]"#))
        #expect(one.map(\.id) == other.map(\.id))
    }

    private static func index(
        _ universe: String, name: String = "mine", title: String = "Mine",
        weighting: String = #""by":"capitalisation""#, more: String = ""
    ) -> String {
        """
        {"format":"downdraft.indices/1","indices":[{"name":"\(name)","title":"\(title)",\
        "universe":{\(universe)},"weighting":{\(weighting)}\(more)}]}
        """
    }

    private static let coins = #""classes":["coin"]"#

    /// One file for each way to break one, with the kind of its error and a word of what it says.
    static let broken: [(text: String, kind: ImportError.Kind, says: String)] = [
        ("", .emptyFile, "nothing"),
        (#"{"format":"downdraft.indices/1","indices":[]}"#, .emptyFile, "no index"),
        ("not json", .corrupt, "not JSON"), ("{", .corrupt, "not JSON"),
        (String(repeating: "[", count: 5000), .corrupt, "not JSON"),
        ("[]", .badValue, "object"), ("7", .badValue, "object"),
        (#"{"indices":[]}"#, .wrongColumns, "format is missing"),
        (#"{"format":"downdraft.indices/1"}"#, .wrongColumns, "indices is missing"),
        (#"{"format":7,"indices":[]}"#, .badValue, "format is not of its type"),
        (#"{"format":"downdraft.indices/2","new":1}"#, .badValue, "/2"),
        (#"{"format":"downdraft.indices/1","indices":[],"x":1}"#, .wrongColumns, "x is no field"),
        (#"{"format":"downdraft.indices/1","indices":[7]}"#, .badValue, "indices[0]"),
        (index(coins, more: #","note":"x""#), .wrongColumns, "indices[0].note"),
        (index(coins + #","larges":3"#), .wrongColumns, "indices[0].universe.larges"),
        (index(coins, weighting: #""by":"equal","max":1"#), .wrongColumns, "weighting.max"),
        (index(#""largest":3"#), .wrongColumns, "indices[0].universe.classes is missing"),
        (index(coins + #","largest":"3""#), .badValue, "universe.largest is not of its type"),
        (index(coins + #","largest":2.5"#), .badValue, "universe.largest is not of its type"),
        (index(coins + #","largest":99999999999999999999"#), .badValue, "universe.largest"),
        (index(coins + #","without":"BTC""#), .badValue, "universe.without is not of its type"),
        (index(coins + #","without":[1]"#), .badValue, "universe.without[0]"),
        (index(coins, weighting: #""by":"capped","most":1e999,"least":0"#), .badValue, "most"),
        (index(#""classes":["token"]"#), .badValue, "token"),
        (index(coins, weighting: #""by":"volume""#), .badValue, "volume"),
        (index(coins, weighting: #""by":"capped""#), .wrongColumns, "most and least"),
        (index(coins, weighting: #""by":"equal","most":1"#), .wrongColumns, "no bounds"),
        (index(coins, name: "Big Coins"), .badValue, "Big Coins"),
        (index(coins, name: ""), .badValue, "name"),
        (index(coins, name: "sector:ai"), .badValue, "sector:ai"),
        (index(coins, name: String(repeating: "a", count: 41)), .badValue, "name"),
        (index(coins, title: ""), .badValue, "title"),
        (index(coins, title: #"a\nb"#), .badValue, "title"),
        (index(coins + #","only":["A",""]"#), .badValue, "an asset"),
        (index(coins + #","sector":"""#), .badValue, "sector"),
        (index(coins + #","largest":0"#), .outOfRange, "largest is 0"),
        (index(coins + #","without_largest":-1"#), .outOfRange, "without_largest is -1"),
        (index(coins + #","group":"gpu""#), .outOfRange, "without a sector"),
        (index(#""classes":[]"#), .outOfRange, "no asset"),
        (index(coins + #","only":[]"#), .outOfRange, "no asset"),
        (index(coins + #","largest":9,"without_largest":9"#), .outOfRange, "no asset"),
        (index(coins + #","only":["A"],"without":["A"]"#), .outOfRange, "no asset"),
        (index(coins, weighting: #""by":"capped","most":0.1,"least":0.2"#), .outOfRange, "bounds"),
        (index(coins, weighting: #""by":"capped","most":1.1,"least":0"#), .outOfRange, "bounds"),
        (
            index(coins + #","largest":5"#, weighting: #""by":"capped","most":0.1,"least":0"#),
            .outOfRange, "bounds"
        ),
        (
            index(coins + #","largest":5"#, weighting: #""by":"capped","most":1,"least":0.3"#),
            .outOfRange, "bounds"
        ),
        (index(coins, more: #","least_coverage":1.5"#), .outOfRange, "least_coverage"),
        (index(coins, name: "total2"), .conflict, "total2"),
        (
            example.replacing("majors", with: "gpu-ten"), .duplicateRow, "gpu-ten"
        ),
    ]

    @Test(arguments: broken.indices)
    func refuses(place: Int) throws {
        let file = Self.broken[place]
        let error = try #require(throws: ImportError.self) { try Self.read(file.text) }
        #expect(error.kind == file.kind, "\(error)")
        #expect(error.what.contains(file.says), "\(error)")
        #expect(error.file == "mine.json")
        #expect(!error.remedy.isEmpty)
        #expect(!error.description.contains("\n"))
    }

    @Test func aFileOfMoreThanAMebibyteIsRefusedUnread() throws {
        let text = Self.index(Self.coins)
        let padded = text + String(repeating: " ", count: IndexFile.mostBytes - text.utf8.count)
        #expect(try Self.read(padded).count == 1)
        let error = try #require(throws: ImportError.self) { try Self.read(padded + " ") }
        #expect(error.kind == .tooLarge)
    }

    @Test func whatIsTakenIsForTheCallerToSay() throws {
        #expect(try Self.read(Self.index(Self.coins, name: "total2"), taken: []).count == 1)
        let error = try #require(throws: ImportError.self) {
            try Self.read(Self.index(Self.coins), taken: ["mine"])
        }
        #expect(error.kind == .conflict)
    }

    /// Whatever bytes are cut out or changed, there is an answer or an error and never a trap.
    @Test func brokenBytesNeverTrap() throws {
        var random = SeededGenerator(seed: 991)
        let bytes = Array(Self.example.utf8)
        var refused = 0
        for _ in 0..<2000 {
            var broken = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: broken.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: broken[place] = UInt8.random(in: 0...255, using: &random)
                case 1: broken.remove(at: place)
                default: broken.removeSubrange(place...)
                }
                if broken.isEmpty { broken = [0x7B] }
            }
            do throws(ImportError) {
                let definitions = try IndexFile.definitions(from: broken, file: "broken.json")
                #expect(definitions.allSatisfy { !$0.universe.isEmpty && $0.weighting.isSound })
            } catch {
                refused += 1
                #expect(!error.description.contains("\n"))
            }
        }
        #expect(refused > 1000)
    }
}

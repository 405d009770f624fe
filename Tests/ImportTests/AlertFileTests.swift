import Foundation
import Import
import Outlook
import TestSupport
import Testing

@Suite struct AlertFileTests {
    private static let example = """
        {
          "format": "downdraft.alerts/1",
          "rules": [
            {
              "name": "total-falls", "of": "TOTAL", "bars": "1d",
              "watch": {"quantity": "swings", "over": 1},
              "at_most": -2, "until": -0.5, "cool_down": 3,
              "then": {"way": "further", "swings": 1, "within": 3}
            },
            {
              "name": "sol-above", "of": "SOL", "bars": "1h",
              "watch": {"quantity": "distance", "average": "exponential", "length": 50},
              "at_least": 0.05, "until": 0,
              "then": {"way": "either", "swings": 2.5, "within": 24}
            },
            {
              "name": "sol-200", "of": "asset:SOL", "bars": "1d",
              "watch": {"quantity": "distance", "level": 200}, "at_most": 0, "until": 0.02,
              "then": {"way": "further", "swings": 1, "within": 5}
            },
            {
              "name": "shorts", "of": "BTC", "bars": "1h",
              "watch": {"quantity": "liquidated", "over": 4, "side": "short"},
              "at_least": 1e7, "until": 1e6,
              "then": {"way": "either", "swings": 2, "within": 6}
            }
          ]
        }
        """

    private static func read(_ text: String) throws(ImportError) -> [AlertRule] {
        try AlertFile.rules(from: Array(text.utf8), file: "mine.json")
    }

    @Test func readsTheExample() throws {
        let rules = try Self.read(Self.example)
        #expect(
            rules.map(\.canonicalText) == [
                "alert/1 total-falls of 5:TOTAL bars 1d swings 1 at-most -2.0 until -0.5 cool-down 3"
                    + " then further 1.0 within 3",
                "alert/1 sol-above of 3:SOL bars 1h distance exponential-average 50 at-least 0.05"
                    + " until 0.0 cool-down 0 then either 2.5 within 24",
                "alert/1 sol-200 of 9:asset:SOL bars 1d distance level 200.0 at-most 0.0 until 0.02"
                    + " cool-down 0 then further 1.0 within 5",
                "alert/1 shorts of 3:BTC bars 1h liquidated short 4 at-least 10000000.0"
                    + " until 1000000.0 cool-down 0 then either 2.0 within 6",
            ])
    }

    private static func rule(
        name: String = "mine", of subject: String = "TOTAL", bars: String = "1d",
        watch: String = #""quantity":"move","over":1"#,
        threshold: String = #""at_most":-1,"until":0"#,
        then: String = #""way":"further","swings":1,"within":3"#, more: String = ""
    ) -> String {
        """
        {"format":"downdraft.alerts/1","rules":[{"name":"\(name)","of":"\(subject)","bars":"\(bars)",\
        "watch":{\(watch)},\(threshold),"then":{\(then)}\(more)}]}
        """
    }

    /// One file for each way to break one, with the kind of its error and a word of what it says.
    static let broken: [(text: String, kind: ImportError.Kind, says: String)] = [
        ("", .emptyFile, "nothing"),
        (#"{"format":"downdraft.alerts/1","rules":[]}"#, .emptyFile, "no rule"),
        ("not json", .corrupt, "not JSON"), ("{", .corrupt, "not JSON"),
        (String(repeating: "[", count: 5000), .corrupt, "not JSON"),
        ("[]", .badValue, "object"),
        (#"{"rules":[]}"#, .wrongColumns, "format is missing"),
        (#"{"format":"downdraft.alerts/1"}"#, .wrongColumns, "rules is missing"),
        (#"{"format":"downdraft.alerts/2","new":1}"#, .badValue, "/2"),
        (#"{"format":"downdraft.indices/1","indices":[]}"#, .badValue, "indices/1"),
        (#"{"format":"downdraft.alerts/1","rules":[],"x":1}"#, .wrongColumns, "x is no field"),
        (#"{"format":"downdraft.alerts/1","rules":[7]}"#, .badValue, "rules[0]"),
        (rule(more: #","note":"x""#), .wrongColumns, "rules[0].note"),
        (rule(watch: #""quantity":"move","bars":1"#), .wrongColumns, "rules[0].watch.bars"),
        (rule(then: #""way":"further","likely":1"#), .wrongColumns, "rules[0].then.likely"),
        (rule(watch: #""over":1"#), .wrongColumns, "watch.quantity is missing"),
        (rule(watch: #""quantity":"move","over":1.5"#), .badValue, "watch.over"),
        (rule(watch: #""quantity":"move","over":99999999999999999999"#), .badValue, "watch.over"),
        (rule(threshold: #""at_most":"1","until":0"#), .badValue, "at_most is not of its type"),
        (rule(threshold: #""at_most":-1e999,"until":0"#), .badValue, "at_most"),
        (rule(name: "Mine"), .badValue, "Mine"), (rule(name: ""), .badValue, "name"),
        (rule(name: String(repeating: "a", count: 41)), .badValue, "name"),
        (rule(of: ""), .badValue, "of"), (rule(of: #"a\nb"#), .badValue, "of"),
        (rule(of: String(repeating: "a", count: 61)), .badValue, "of"),
        (rule(bars: "4h"), .badValue, "4h"), (rule(bars: ""), .badValue, "length of bars"),
        (rule(watch: #""quantity":"mood","over":1"#), .badValue, "mood"),
        (rule(watch: #""quantity":"move""#), .wrongColumns, "move needs over"),
        (rule(watch: #""quantity":"rsi","over":14"#), .wrongColumns, "rsi takes no over"),
        (rule(watch: #""quantity":"rsi","period":1"#), .outOfRange, "rsi 1"),
        (rule(watch: #""quantity":"move","over":0"#), .outOfRange, "move 0"),
        (rule(watch: #""quantity":"swings","over":1001"#), .outOfRange, "swings 1001"),
        (rule(watch: #""quantity":"distance","level":0"#), .outOfRange, "level 0"),
        (rule(watch: #""quantity":"distance""#), .wrongColumns, "length"),
        (rule(watch: #""quantity":"distance","length":9"#), .wrongColumns, "level or an average"),
        (
            rule(watch: #""quantity":"distance","level":9,"length":9"#), .wrongColumns,
            "takes no length"
        ),
        (
            rule(watch: #""quantity":"distance","average":"median","length":9"#), .badValue,
            "median"
        ),
        (
            rule(watch: #""quantity":"liquidated","over":1,"side":"all""#), .badValue, "all"
        ),
        (rule(watch: #""quantity":"liquidated","over":1"#), .badValue, "which way"),
        (rule(watch: #""quantity":"open-interest","over":1"#), .badValue, "which way"),
        (rule(threshold: #""until":0"#), .wrongColumns, "at_least and at_most"),
        (rule(threshold: #""at_least":1,"at_most":1,"until":0"#), .wrongColumns, "one of"),
        (rule(threshold: #""at_most":1"#), .wrongColumns, "until is missing"),
        (rule(threshold: #""at_most":-1,"until":-1"#), .outOfRange, "until is -1"),
        (rule(threshold: #""at_least":1,"until":2"#), .outOfRange, "until is 2"),
        (rule(more: #","cool_down":-1"#), .outOfRange, "cool_down is -1"),
        (rule(more: #","cool_down":1001"#), .outOfRange, "cool_down is 1001"),
        (rule(then: #""way":"up","swings":1,"within":3"#), .badValue, "up"),
        (rule(then: #""way":"further","within":3"#), .wrongColumns, "swings and within"),
        (rule(then: #""way":"further","swings":0,"within":3"#), .outOfRange, "0.0 swings"),
        (rule(then: #""way":"further","swings":21,"within":3"#), .outOfRange, "21.0 swings"),
        (rule(then: #""way":"further","swings":1,"within":61"#), .outOfRange, "61 bars"),
        (example.replacing("shorts", with: "sol-200"), .duplicateRow, "sol-200"),
    ]

    @Test(arguments: broken.indices)
    func refuses(place: Int) throws {
        let file = Self.broken[place]
        let error = try #require(throws: ImportError.self) { try Self.read(file.text) }
        #expect(error.kind == file.kind, "\(error)")
        #expect(error.what.contains(file.says), "\(error)")
        #expect(error.file == "mine.json" && !error.remedy.isEmpty)
        #expect(!error.description.contains("\n"))
    }

    @Test func largeFilesAreRefused() throws {
        let one = Self.rule()
        let start = try #require(one.range(of: #"{"name""#)?.lowerBound)
        let body = String(one[start...].dropLast(2))
        func file(_ count: Int) -> String {
            let rules = (0..<count).map { body.replacing("mine", with: "mine-\($0)") }
            return #"{"format":"downdraft.alerts/1","rules":["# + rules.joined(separator: ",")
                + "]}"
        }
        #expect(try Self.read(file(AlertFile.mostRules)).count == AlertFile.mostRules)
        let error = try #require(throws: ImportError.self) {
            try Self.read(file(AlertFile.mostRules + 1))
        }
        #expect(error.kind == .tooLarge)
        let padded = one + String(repeating: " ", count: 1 << 20)
        #expect(try #require(throws: ImportError.self) { try Self.read(padded) }.kind == .tooLarge)
    }

    /// Whatever bytes are cut out or changed, there are sound rules or an error and never a trap.
    @Test func brokenBytesNeverTrap() throws {
        var random = SeededGenerator(seed: 77)
        let bytes = Array(Self.example.utf8)
        var refused = 0
        for _ in 0..<1500 {
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
                let rules = try AlertFile.rules(from: broken, file: "broken.json")
                #expect(rules.allSatisfy { $0.quantity.isValid && AlertRule.isName($0.name) })
            } catch {
                refused += 1
                #expect(!error.description.contains("\n"))
            }
        }
        #expect(refused > 700)
    }
}

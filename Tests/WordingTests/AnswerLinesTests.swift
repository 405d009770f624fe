import Testing

@testable import Wording

@Suite struct AnswerLinesTests {
    @Test(
        arguments: [
            ("S1: a [f1]\nS2: b", [1: "a [f1]", 2: "b"]), ("1. a\n2) b", [1: "a", 2: "b"]),
            ("- **S1:** a\n* S2: b", [1: "a", 2: "b"]), ("S1: a. S2: b", [1: "a.", 2: "b"]),
            ("S1: a\nS1: c\nS9: d", [1: "a"]), ("S1: \"a b\"", [1: "a b"]), ("S1:", [:]),
            ("S2: b\nS1: a", [1: "a", 2: "b"]), ("S999999: a", [:]), ("", [:]),
        ] as [(String, [Int: String])])
    func labels(text: String, lines: [Int: String]) {
        #expect(AnswerLines(text, count: 2).byLabel == lines)
    }

    @Test func sentencesWithoutLabels() {
        let lines = AnswerLines(
            "It fell 6.71 % [f1]. It rose [f2].\nThen. [f3] It stood.", count: 3)
        #expect(lines.byLabel.isEmpty)
        #expect(
            lines.loose == ["It fell 6.71 % [f1].", "It rose [f2].", "Then. [f3]", "It stood."])
    }

    @Test func aFloodOfLinesIsCutOff() {
        let flood = String(repeating: "A b.\n", count: 100_000)
        #expect(AnswerLines(flood, count: 2).loose.count == 8)
    }
}

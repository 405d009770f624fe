import Testing

@testable import Wording

@Suite struct ReasoningBlockTests {
    @Test(
        arguments: [
            ("S1: a", "S1: a"), ("<think>b</think>S1: a", "S1: a"), ("b</think>S1: a", "S1: a"),
            ("<think>S1: b", ""), ("S1: a<think>b", "S1: a"),
            ("<think>b</think>S1: a<think>c</think> d", "S1: a d"), ("", ""),
            ("<think>a<think>b</think>c</think>d", "cd"), ("a</think>b</think>c", "c"),
        ])
    func removes(text: String, left: String) {
        #expect(ReasoningBlock.removed(from: text) == left)
    }
}

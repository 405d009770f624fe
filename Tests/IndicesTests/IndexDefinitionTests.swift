@testable import Indices
import Testing

@Suite struct IndexDefinitionTests {
    private static func definition(_ words: [String]) -> IndexDefinition {
        IndexDefinition(
            name: words[0], universe: words[1], priceRule: words[2], supplyRule: words[3],
            weighting: words[4])
    }

    /// Expected value: `printf 1:a1:b1:c1:d1:e | sha256sum | cut -c -12`.
    @Test func theIDIsADigestOfTheWords() {
        #expect(Self.definition(["a", "b", "c", "d", "e"]).id == "41656c7db902")
    }

    @Test func anyOtherWordIsAnotherIndex() {
        let words = ["a", "b", "c", "d", "e"]
        var ids: Set<String> = [Self.definition(words).id]
        for field in words.indices {
            var changed = words
            changed[field] += "x"
            ids.insert(Self.definition(changed).id)
        }
        ids.insert(Self.definition(["ab", "", "c", "d", "e"]).id)
        #expect(ids.count == 7)
    }
}

import Testing

@testable import Identity

@Suite struct EditDistanceTests {
    /// The definition, by recursion from the ends of the words.
    private func defined(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
        guard let one = first.last, let other = second.last else {
            return first.count + second.count
        }
        var least = min(
            defined(first.dropLast(), second) + 1, defined(first, second.dropLast()) + 1,
            defined(first.dropLast(), second.dropLast()) + (one == other ? 0 : 1))
        if first.dropLast().last == other, second.dropLast().last == one {
            least = min(least, defined(first.dropLast(2), second.dropLast(2)) + 1)
        }
        return least
    }

    private func words(upTo length: Int) -> [[UInt8]] {
        var words: [[UInt8]] = [[]]
        var last = words
        for _ in 0..<length {
            last = last.flatMap { word in [1, 2, 3].map { word + [$0] } }
            words += last
        }
        return words
    }

    @Test func smallWordsAreAsFarApartAsTheDefinitionSays() {
        let words = words(upTo: 4)
        for first in words {
            for second in words {
                let distance = defined(first[...], second[...])
                for most in 0...3 {
                    let found = EditDistance.between(first, second, most: most)
                    #expect(
                        found == (distance <= most ? distance : nil), "\(first) \(second) \(most)")
                }
            }
        }
    }

    /// From Damerau's kinds of error; `CA` and `ABC` are three apart where each letter is touched once.
    @Test(arguments: [("RENDRE", "RENDER", 1), ("BTCC", "BTC", 1), ("CA", "ABC", 3), ("", "AB", 2)])
    func knownDistances(first: String, second: String, distance: Int) {
        #expect(EditDistance.between(Array(first.utf8), Array(second.utf8), most: 9) == distance)
        #expect(EditDistance.between(Array(second.utf8), Array(first.utf8), most: 9) == distance)
    }
}

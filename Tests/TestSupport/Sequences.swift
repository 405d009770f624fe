/// Every sequence over an alphabet, of every length up to `longest`, the empty one included.
public func sequences<Element>(over alphabet: [Element], upTo longest: Int) -> [[Element]] {
    var all: [[Element]] = [[]]
    var ofLastLength: [[Element]] = [[]]
    for _ in 0..<longest {
        ofLastLength = ofLastLength.flatMap { start in alphabet.map { start + [$0] } }
        all += ofLastLength
    }
    return all
}

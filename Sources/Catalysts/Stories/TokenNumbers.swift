/// Numbers tokens in order of appearance: the first is one, and no token has the number zero.
struct TokenNumbers: Sendable {
    private var numbers: [TitleTokens.Key: UInt32] = [:]

    /// The number of a token, a new one where it was not seen before.
    mutating func number(of token: TitleTokens.Token) -> UInt32 {
        if let number = numbers[token.key] { return number }
        // More tokens than fit in 31 bits would share the last number; memory ends long before.
        let number = UInt32(min(numbers.count + 1, Int(UInt32.max >> 1)))
        numbers[token.key] = number
        return number
    }
}

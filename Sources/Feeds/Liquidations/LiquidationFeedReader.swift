package import Market

/// Reads liquidations out of a venue's messages, one JSON value a line or one after another: bytes in, liquidations
/// out, no clock and no file.
///
/// A message may stand by itself, in a list, or as a recorder wraps it: in `data`, `message` or `msg`, with a time in
/// `timestamp`, `received` or `ts`. A time is milliseconds since 1970 or ISO 8601. Whatever the bytes are, reading
/// ends, in time and memory in proportion to them and within the limits.
///
/// - Checked against: messages as the venues' documents show them, by hand, `LiquidationFeedReaderTests`.
package struct LiquidationFeedReader: Sendable {
    private let feed: LiquidationFeed
    private let contracts: [InstrumentID: ContractSize]
    private let limits: FeedLimits

    /// A reader of one venue's feed.
    ///
    /// - Input: `contracts`, sizes that the symbols do not tell.
    package init(
        _ feed: LiquidationFeed, contracts: [InstrumentID: ContractSize] = [:],
        limits: FeedLimits = .standard
    ) {
        self.feed = feed
        self.contracts = contracts
        self.limits = limits
    }

    /// What is in bytes that are all at hand.
    ///
    /// - Throws: `.empty` where there is nothing, `.unknownEncoding`.
    package func read(_ bytes: [UInt8]) throws(FeedError) -> LiquidationFeedReading {
        try read(chunks: CollectionOfOne(bytes))
    }

    /// What is in bytes that come in chunks, of which one is held at a time.
    package func read(
        chunks: some Sequence<[UInt8]>
    ) throws(FeedError) -> LiquidationFeedReading {
        var bytes = try ByteSource(AnyIterator(chunks.makeIterator()), limit: limits.bytes)
        guard bytes.ahead(1024).contains(where: { !ByteSource.isSpace($0) }) else {
            throw FeedError(.empty, what: "there is nothing in it", remedy: "get the file again")
        }
        var tokenizer = JSONTokenizer(bytes, limits)
        var reading = LiquidationFeedReading()
        var messages = 0
        var numbers: [ForcedOrder: Int] = [:]
        while messages < limits.items {
            let (message, start) = JSONTree.next(&tokenizer)
            guard let message else {
                guard resumes(&tokenizer, from: start, &reading) else { break }
                messages += 1
                continue
            }
            messages += 1
            for item in message.items {
                take(item, line: start, into: &reading, &numbers)
            }
        }
        if messages >= limits.items || tokenizer.isOverLimit {
            reading.note(.tooMany, line: tokenizer.line)
        }
        return reading
    }

    /// Notes why no value came; whether there is more to read behind it.
    private func resumes(
        _ tokenizer: inout JSONTokenizer, from start: Int, _ reading: inout LiquidationFeedReading
    ) -> Bool {
        switch tokenizer.ending {
        case .complete: return false
        case .truncated:
            reading.note(.truncated, line: start)
            return false
        case .malformed, .tooDeep, nil:
            reading.note(.malformed, line: start)
            tokenizer.resume(after: start)
            return true
        }
    }

    /// Takes what one message tells.
    private func take(
        _ message: JSONTree, line: Int, into reading: inout LiquidationFeedReading,
        _ numbers: inout [ForcedOrder: Int]
    ) {
        let grammar = LiquidationGrammar(feed: feed, contracts: contracts)
        let parts = grammar.parts(of: message)
        if parts.isEmpty { reading.others += 1 }
        for part in parts {
            switch grammar.order(part) {
            case .success(var order):
                let number = numbers[order, default: 0]
                numbers[order] = number + 1
                order.number = number
                reading.orders.append(order)
            case .failure(let fault): reading.note(fault.kind, line: line)
            }
        }
    }
}

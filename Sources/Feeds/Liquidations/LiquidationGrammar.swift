internal import Market

/// Where the parts of a liquidation stand in the messages of a venue.
struct LiquidationGrammar {
    /// A liquidation and what stands about it.
    struct Part {
        let fields: JSONTree
        /// The contract, where it stands outside.
        var symbol: JSONTree?
        /// When the message was sent, where it says so.
        var sent: JSONTree?
    }

    /// Why a part is no liquidation.
    struct Failure: Error {
        let kind: LiquidationFeedReading.Fault
    }

    let feed: LiquidationFeed
    let contracts: [InstrumentID: ContractSize]

    /// The liquidations that a message tells; none of a message of something else.
    func parts(of message: JSONTree) -> [Part] {
        let found = bare(message, sent: nil)
        guard found.isEmpty else { return found }
        // As a recorder, or a socket of several streams, wraps it.
        let sent = ["timestamp", "received", "ts"].lazy.compactMap { message[$0] }.first
        for name in ["data", "message", "msg"] {
            guard let inner = message[name] else { continue }
            let found = inner.items.flatMap { bare($0, sent: sent) }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func bare(_ message: JSONTree, sent: JSONTree?) -> [Part] {
        switch feed {
        case .binance:
            guard message["e"]?.text == "forceOrder", let order = message["o"] else { return [] }
            return [Part(fields: order, symbol: nil, sent: message["E"] ?? sent)]
        case .bybit:
            guard let topic = message["topic"]?.text, let data = message["data"],
                topic.hasPrefix("allLiquidation.") || topic.hasPrefix("liquidation.")
            else { return [] }
            return data.items.map { Part(fields: $0, symbol: nil, sent: message["ts"] ?? sent) }
        case .okx:
            guard message["arg"]?["channel"]?.text == "liquidation-orders",
                let data = message["data"]
            else { return [] }
            return data.items.flatMap { contract in
                (contract["details"]?.items ?? []).map {
                    Part(fields: $0, symbol: contract["instId"], sent: sent)
                }
            }
        case .bitmex:
            guard message["table"]?.text == "liquidation", message["action"]?.text == "insert",
                let data = message["data"]
            else { return [] }
            return data.items.map {
                Part(fields: $0, symbol: nil, sent: message["timestamp"] ?? sent)
            }
        }
    }

    /// What one part tells.
    func order(_ part: Part) -> Result<ForcedOrder, Failure> {
        let names = names
        let fields = part.fields
        let symbol = (part.symbol ?? field(names.symbol, of: fields))?.text
        guard let symbol, Self.isName(symbol), let contract = VenueContract(symbol, feed),
            let side = side(fields), let price = number(names.price, fields),
            let average = number(names.average, fields),
            let ordered = number(names.ordered, fields), let filled = number(names.filled, fields),
            price.value ?? average.value != nil, ordered.value ?? filled.value != nil
        else { return .failure(Failure(kind: .unreadable)) }
        let happened = field(names.time, of: fields) ?? part.sent
        guard let happened else { return .failure(Failure(kind: .timeless)) }
        guard let time = Self.time(happened) else {
            return .failure(Failure(kind: .unreadable))
        }
        let instrument = InstrumentID(symbol)
        let event = LiquidationEvent(
            venue: feed.venue, instrument: instrument, asset: contract.asset, time: time,
            closed: side, orderPrice: price.value, averagePrice: average.value,
            orderedQuantity: ordered.value, filledQuantity: filled.value,
            contract: contracts[instrument] ?? contract.size)
        let known = part.sent.flatMap(Self.time).map { max($0, time) } ?? time
        let own = fields["orderID"]?.text.flatMap { Self.isName($0) ? $0 : nil }
        let name =
            own
            ?? [side.rawValue, price.digits, average.digits, ordered.digits, filled.digits]
            .joined(separator: "/")
        return .success(ForcedOrder(event: event, known: known, name: name))
    }

    /// The names of fields, each with what an older form calls it; none where the venue does not tell it.
    private var names: Names {
        switch feed {
        case .binance:
            Names(
                symbol: ["s"], time: ["T"], price: ["p"], average: ["ap"], ordered: ["q"],
                filled: ["z"])
        case .bybit:
            Names(
                symbol: ["s", "symbol"], time: ["T", "updatedTime"], price: ["p", "price"],
                filled: ["v", "size"])
        case .okx: Names(symbol: [], time: ["ts"], price: ["bkPx"], filled: ["sz"])
        case .bitmex:
            Names(symbol: ["symbol"], time: ["timestamp"], price: ["price"], ordered: ["leavesQty"])
        }
    }

    private struct Names {
        var symbol: [String]
        var time: [String]
        var price: [String]
        var average: [String] = []
        var ordered: [String] = []
        var filled: [String] = []
    }

    private func field(_ names: [String], of fields: JSONTree) -> JSONTree? {
        names.lazy.compactMap { fields[$0] }.first
    }

    private func side(_ fields: JSONTree) -> PositionSide? {
        func order(_ name: String) -> PositionSide? {
            switch fields[name]?.text?.lowercased() {
            case "sell": .long
            case "buy": .short
            default: nil
            }
        }
        switch feed {
        case .binance: return order("S")
        case .bitmex: return order("side")
        case .bybit:
            // Of the position, not of the order that closed it.
            switch (fields["S"] ?? fields["side"])?.text {
            case "Buy": return .long
            case "Sell": return .short
            default: return nil
            }
        case .okx:
            switch fields["posSide"]?.text {
            case "long": return .long
            case "short": return .short
            case "net": return order("side")
            default: return nil
            }
        }
    }

    /// A number that is not below zero, with the digits it was written in; no value where the field is not there,
    /// `nil` where it is and cannot be.
    private func number(
        _ names: [String], _ fields: JSONTree
    ) -> (value: Double?, digits: String)? {
        guard let field = field(names, of: fields) else { return (nil, "") }
        if field.text == "" { return (nil, "") }
        guard let digits = field.digits, digits.utf8.count <= 40,
            digits.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
            ),
            let value = Double(digits), value >= 0, value.isFinite
        else { return nil }
        return (value, digits)
    }

    /// An instant of this century, in milliseconds or as ISO 8601.
    private static func time(_ field: JSONTree) -> Timestamp? {
        guard let digits = field.digits else { return nil }
        if let milliseconds = Int64(digits) {
            guard (946_684_800_000..<4_102_444_800_000).contains(milliseconds) else { return nil }
            return Timestamp(microseconds: milliseconds * 1000)
        }
        return field.text.flatMap { Timestamp($0) }
    }

    /// Whether text can stand as a name: letters, digits and few signs.
    private static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0 & 0xDF)
                    || [45, 46, 58, 95].contains($0)
            }
    }
}

/// A rule as somebody wrote it, read and not yet believed.
struct WrittenAlert: Decodable {
    struct Watch: Decodable {
        let quantity: String
        let over: Int?
        let period: Int?
        let level: Double?
        let average: String?
        let length: Int?
        let side: String?

        private enum CodingKeys: String, CodingKey, CaseIterable {
            case quantity, over, period, level, average, length, side
        }

        init(from decoder: any Decoder) throws {
            try UnknownField.refuse(in: decoder, CodingKeys.self)
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            quantity = try fields.decode(String.self, forKey: .quantity)
            over = try fields.number(Int.self, forKey: .over)
            period = try fields.number(Int.self, forKey: .period)
            level = try fields.number(Double.self, forKey: .level)
            average = try fields.decodeIfPresent(String.self, forKey: .average)
            length = try fields.number(Int.self, forKey: .length)
            side = try fields.decodeIfPresent(String.self, forKey: .side)
        }

        /// The fields that are there, besides the quantity.
        var given: Set<String> {
            let fields: [(String, Bool)] = [
                ("over", over != nil), ("period", period != nil), ("level", level != nil),
                ("average", average != nil), ("length", length != nil), ("side", side != nil),
            ]
            return Set(fields.filter(\.1).map(\.0))
        }
    }

    struct Promise: Decodable {
        let way: String
        let swings: Double?
        let within: Int?

        private enum CodingKeys: String, CodingKey, CaseIterable {
            case way, swings, within
        }

        init(from decoder: any Decoder) throws {
            try UnknownField.refuse(in: decoder, CodingKeys.self)
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            way = try fields.decode(String.self, forKey: .way)
            swings = try fields.number(Double.self, forKey: .swings)
            within = try fields.number(Int.self, forKey: .within)
        }
    }

    let name: String
    let subject: String
    let bars: String
    let watch: Watch
    let atLeast: Double?
    let atMost: Double?
    let until: Double?
    let coolDown: Int?
    let promise: Promise

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name, bars, watch, until
        case subject = "of"
        case atLeast = "at_least"
        case atMost = "at_most"
        case coolDown = "cool_down"
        case promise = "then"
    }

    init(from decoder: any Decoder) throws {
        try UnknownField.refuse(in: decoder, CodingKeys.self)
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        subject = try fields.decode(String.self, forKey: .subject)
        bars = try fields.decode(String.self, forKey: .bars)
        watch = try fields.decode(Watch.self, forKey: .watch)
        atLeast = try fields.number(Double.self, forKey: .atLeast)
        atMost = try fields.number(Double.self, forKey: .atMost)
        until = try fields.number(Double.self, forKey: .until)
        coolDown = try fields.number(Int.self, forKey: .coolDown)
        promise = try fields.decode(Promise.self, forKey: .promise)
    }
}

/// The whole file as somebody wrote it.
struct WrittenAlerts: Decodable {
    let format: String
    let rules: [WrittenAlert]

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case format, rules
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        format = try fields.decode(String.self, forKey: .format)
        // A later format may have other fields, so it is told by its name before by them.
        guard format == AlertFile.format else {
            rules = []
            return
        }
        try UnknownField.refuse(in: decoder, CodingKeys.self)
        rules = try fields.decode([WrittenAlert].self, forKey: .rules)
    }
}

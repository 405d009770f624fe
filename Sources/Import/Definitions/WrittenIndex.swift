/// An index as somebody wrote it, read and not yet believed.
struct WrittenIndex: Decodable {
    struct Universe: Decodable {
        let classes: [String]
        let largest: Int?
        let withoutLargest: Int?
        let without: [String]?
        let only: [String]?
        let sector: String?
        let group: String?

        private enum CodingKeys: String, CodingKey, CaseIterable {
            case classes, largest, without, only, sector, group
            case withoutLargest = "without_largest"
        }

        init(from decoder: any Decoder) throws {
            try UnknownField.refuse(in: decoder, CodingKeys.self)
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            classes = try fields.decode([String].self, forKey: .classes)
            largest = try fields.number(Int.self, forKey: .largest)
            withoutLargest = try fields.number(Int.self, forKey: .withoutLargest)
            without = try fields.decodeIfPresent([String].self, forKey: .without)
            only = try fields.decodeIfPresent([String].self, forKey: .only)
            sector = try fields.decodeIfPresent(String.self, forKey: .sector)
            group = try fields.decodeIfPresent(String.self, forKey: .group)
        }
    }

    struct Weighting: Decodable {
        let by: String
        let most: Double?
        let least: Double?

        private enum CodingKeys: String, CodingKey, CaseIterable {
            case by, most, least
        }

        init(from decoder: any Decoder) throws {
            try UnknownField.refuse(in: decoder, CodingKeys.self)
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            by = try fields.decode(String.self, forKey: .by)
            most = try fields.number(Double.self, forKey: .most)
            least = try fields.number(Double.self, forKey: .least)
        }
    }

    let name: String
    let title: String
    let universe: Universe
    let weighting: Weighting
    let leastCoverage: Double?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name, title, universe, weighting
        case leastCoverage = "least_coverage"
    }

    init(from decoder: any Decoder) throws {
        try UnknownField.refuse(in: decoder, CodingKeys.self)
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        title = try fields.decode(String.self, forKey: .title)
        universe = try fields.decode(Universe.self, forKey: .universe)
        weighting = try fields.decode(Weighting.self, forKey: .weighting)
        leastCoverage = try fields.number(Double.self, forKey: .leastCoverage)
    }
}

/// The whole file as somebody wrote it.
struct WrittenIndices: Decodable {
    let format: String
    let indices: [WrittenIndex]

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case format, indices
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        format = try fields.decode(String.self, forKey: .format)
        // A later format may have other fields, so it is told by its name before by them.
        guard format == IndexFile.format else {
            indices = []
            return
        }
        try UnknownField.refuse(in: decoder, CodingKeys.self)
        indices = try fields.decode([WrittenIndex].self, forKey: .indices)
    }
}

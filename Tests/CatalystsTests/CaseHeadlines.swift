import Market
import TestSupport

/// The headlines of the bundled case that were known by noon of 27 January 2025.
enum CaseHeadlines {
    static let asOf = Timestamp(seconds: 1_737_979_200)

    /// By time, then by id.
    static func all() throws -> [Headline] {
        try
            (feed("hackernews", short: "hn", language: "en")
            + feed("readhub", short: "readhub", language: "zh"))
            .sorted { ($0.published, $0.id) < ($1.published, $1.id) }
    }

    /// The rows of a fixture, cut at the first commas so that each has so many columns.
    static func rows(_ name: String, columns: Int) throws -> [[String]] {
        try Repository.text("Tests/Fixtures/Catalysts/\(name).csv")
            .split(separator: "\n").dropFirst().map {
                $0.split(separator: ",", maxSplits: columns - 1, omittingEmptySubsequences: false)
                    .map(String.init)
            }
    }

    private static func feed(
        _ name: String, short: String, language: String
    ) throws -> [Headline] {
        try rows("headlines-\(name)", columns: 3).compactMap { row in
            Int64(row[0]).map {
                Headline(
                    id: "\(short):\(row[1])", published: Timestamp(microseconds: $0),
                    language: language, title: row[2], url: "")
            }
        }
    }
}

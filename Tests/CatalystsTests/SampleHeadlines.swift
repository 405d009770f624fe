import Market

/// Headlines around a turn on 27 January 2025, and the words looked for in them.
enum SampleHeadlines {
    static let turn = Timestamp(seconds: 1_737_979_200)

    static let terms = ["AI", "DeepSeek", "OpenAI"].map {
        ThemeTerm(theme: "ai", term: $0, language: "en", sector: "ai")
    }

    /// A headline so many hours after the turn, or before it where negative.
    static func headline(_ hours: Int, _ title: String, id: String? = nil) -> Headline {
        Headline(
            id: id ?? "\(title)@\(hours)", published: turn + .hours(hours), language: "en",
            title: title, url: "")
    }

    /// Ten days before the last two: four of DeepSeek, twenty of AI; in the last two: six and four.
    static var all: [Headline] {
        let first = [headline(-288, "AI at the start")]
        let early = (0..<4).map { headline(-280 + 50 * $0, "DeepSeek paper \($0)") }
        let steady = (0..<19).map { headline(-270 + 10 * $0, "AI story \($0)") }
        let recent = (0..<6).map { headline(-48 + 8 * $0, "DeepSeek news \($0)") }
        let recentAI = (0..<4).map { headline(-47 + 8 * $0, "More AI \($0)") }
        let later = [headline(0, "DeepSeek at the turn"), headline(3, "DeepSeek after")]
        let other = [headline(-20, "Rain tomorrow"), headline(5, "OpenAI answers")]
        return first + early + steady + recent + recentAI + later + other
    }
}

extension Measure {
    /// The measure for readers: `50-day average`, `24 h change`.
    ///
    /// Each word of the measure adds its own: a window is read out, a number stays a number.
    public var name: String {
        let words = text.split(separator: ".").map(String.init)
        guard let first = words.first else { return text }
        let rest = Array(words.dropFirst())
        switch first {
        case "level" where rest == ["1d"]: return "level, day by day"
        case "reconciliation" where rest.first == "ratio": return "ratio to TradingView's TOTAL"
        case "break": return Measure(rest.joined(separator: ".")).name
        case "sma": return rest.first.map { "\($0)-day average" } ?? "average"
        case "rsi":
            let closed = rest.contains("closed") ? ", closed day" : ""
            return "RSI \(rest.first ?? "")\(closed)"
        case "change":
            let median = rest.last == "median" ? ", median" : ""
            let window = Self.window(Array(rest.prefix(1)))
            return (rest.first == "utcDay" ? "change " + window : window + " change") + median
        case "base": return Self.window(rest) + " before"
        case "cap": return "capitalisation"
        case "contribution": return Self.window(rest) + " contribution"
        case "excess": return Self.window(rest) + " change less the index's"
        case "liquidations":
            return "\(rest.first ?? "") liquidations, " + Self.window(Array(rest.dropFirst()))
        case "volume":
            let change = rest.last == "change" ? ", change" : ""
            return "volume, " + Self.window(Array(rest.prefix(1))) + change
        case "high": return "local high"
        default: return Self.indicatorName(first, rest) ?? Self.plainName(words)
        }
    }

    private static let indicatorTitles = [
        "strength": "– RSI by ", "wma": "weighted average", "dema": "double exponential average",
        "tema": "triple exponential average", "kama": "Kaufman's adaptive average",
        "macd": "MACD", "adx": "ADX", "aroon": "Aroon", "superTrend": "SuperTrend",
        "sar": "parabolic stop", "ichimoku": "Ichimoku", "regression": "linear regression",
        "bollinger": "Bollinger band", "donchian": "Donchian channel",
        "keltner": "Keltner channel", "atr": "average true range",
        "deviation": "standard deviation", "stochastic": "stochastic %",
        "williamsR": "Williams %R", "cci": "CCI", "roc": "rate of change",
        "obv": "on-balance volume", "mfi": "money flow index",
        "vwap": "volume-weighted average since the turn of the",
    ]

    /// An indicator, with its side where it has several and its days where it has any. Whether it was
    /// read on closed bars stands in the head of a column, not in its name.
    private static func indicatorName(_ first: String, _ words: [String]) -> String? {
        let rest = words.filter { $0 != "closed" && $0 != "live" }
        if first == "ema", let days = rest.first { return "\(days)-day exponential average" }
        if first == "di" {
            return (rest.first == "plus" ? "+DI " : "−DI ") + (rest.last ?? "")
        }
        guard let title = indicatorTitles[first] else { return nil }
        if first == "strength" { return title + strengthRecipe(rest.first ?? "") }
        if first == "stochastic" {
            return title + (rest.first?.uppercased() ?? "") + " " + (rest.last ?? "")
        }
        let sides = rest.map {
            $0.hasPrefix("leading") ? "leading span \($0.dropFirst(7))" : plainWord($0)
        }
        return ([title] + sides).joined(separator: " ")
    }

    /// How the moves of a relative strength index are averaged.
    private static func strengthRecipe(_ word: String) -> String {
        switch word {
        case "simpleMean": "simple means"
        case "fromFirstMove": "exponential means from the first move"
        case "weightedMean": "weighted exponential means"
        default: plainWord(word)
        }
    }

    private static func window(_ words: [String]) -> String {
        guard let window = words.last else { return "" }
        if window == "utcDay" { return "since midnight UTC" }
        guard let unit = window.last, window.dropLast().allSatisfy(\.isNumber) else {
            return window
        }
        return "\(window.dropLast()) \(unit == "m" ? "min" : String(unit))"
    }

    /// `openInterest.stablecoin` becomes `open interest stablecoin`.
    private static func plainName(_ words: [String]) -> String {
        words.map(plainWord).joined(separator: " ")
    }

    /// `openInterest` becomes `open interest`.
    private static func plainWord(_ word: String) -> String {
        var name = ""
        for character in word {
            name += character.isUppercase ? " " + character.lowercased() : String(character)
        }
        return name
    }
}

import Evidence

/// The names of measures in Spanish. A measure without one goes by its own name, as in the JSON.
enum SpanishMeasures {
    /// The measure for readers: `media de 50 días`, `variación en 24 h`.
    static func name(_ measure: Measure) -> String {
        let words = measure.text.split { $0 == "." || $0 == "@" }.map(String.init)
        guard let first = words.first else { return measure.text }
        let rest = Array(words.dropFirst())
        return market(first, rest) ?? indicator(
            first, rest.filter { $0 != "closed" && $0 != "live" })
            ?? measure.text
    }

    private static func market(_ first: String, _ rest: [String]) -> String? {
        let span = rest.first ?? ""
        switch first {
        case "cap": return "capitalización"
        case "price": return "precio"
        case "high" where rest == ["local"]: return "máximo local"
        case "change":
            return "variación" + over(span) + (rest.last == "median" ? ", mediana" : "")
        case "base": return span == "utcDay" ? "medianoche UTC" : length(span) + " antes"
        case "contribution": return "aportación" + over(span)
        case "excess": return "variación" + over(span) + " menos la del índice"
        case "abnormal": return "variación" + over(span) + " más allá de beta"
        case "volume":
            return (rest.last == "change" ? "variación del volumen" : "volumen") + over(span)
        case "liquidations":
            let sides = ["long": " en largo", "short": " en corto", "total": " totales"]
            return "liquidaciones" + (sides[span] ?? "") + over(rest.dropFirst().first ?? "")
        case "bars": return "barras de " + length(span)
        case "openInterest": return "interés abierto"
        case "funding": return "tasa de financiación"
        case "depth": return "órdenes en espera"
        case "cause" where rest == ["path"]: return "más allá del mercado"
        case "cause" where rest == ["band"]: return "banda de tramos anteriores"
        default: return nil
        }
    }

    private static let titles = [
        "wma": "media ponderada de", "dema": "media exponencial doble de",
        "tema": "media exponencial triple de", "kama": "media adaptativa de Kaufman de",
    ]

    private static func indicator(_ first: String, _ rest: [String]) -> String? {
        let number = rest.last ?? ""
        let side = rest.first ?? ""
        switch first {
        case "sma": return "media de \(side) días"
        case "ema": return "media exponencial de \(side) días"
        case "wma", "dema", "tema", "kama": return "\(titles[first] ?? "") \(side) días"
        case "rsi": return "RSI \(side)"
        case "macd":
            return "MACD, "
                + (["line": "línea", "signal": "señal", "histogram": "histograma"][side] ?? side)
        case "adx", "cci": return "\(first.uppercased()) \(number)"
        case "di": return (side == "plus" ? "+DI " : "−DI ") + number
        case "aroon": return "Aroon \(side == "up" ? "alcista" : "bajista") \(number)"
        case "superTrend": return "SuperTrend \(number)"
        case "sar": return "SAR parabólico"
        case "bollinger": return "banda \(edge(side)) de Bollinger \(number)"
        case "donchian": return "canal \(edge(side)) de Donchian \(number)"
        case "keltner": return "canal \(edge(side)) de Keltner \(number)"
        case "atr": return "rango verdadero medio \(number)"
        case "stochastic": return "estocástico %\(side.uppercased()) \(number)"
        case "williamsR": return "%R de Williams \(number)"
        case "roc": return "tasa de cambio \(number)"
        case "mfi": return "índice de flujo de dinero \(number)"
        case "obv": return "volumen en balance"
        default: return nil
        }
    }

    private static func edge(_ side: String) -> String {
        ["upper": "superior", "lower": "inferior", "middle": "central"][side] ?? side
    }

    /// ` en 24 h`, ` desde la medianoche UTC`.
    private static func over(_ window: String) -> String {
        if window.isEmpty { return "" }
        return window == "utcDay" ? " desde la medianoche UTC" : " en " + length(window)
    }

    /// `24 h`, `7 días`, `90 min`.
    private static func length(_ window: String) -> String {
        guard let unit = window.last, window.dropLast().allSatisfy(\.isNumber) else {
            return window
        }
        let count = window.dropLast()
        switch unit {
        case "m": return "\(count) min"
        case "d": return "\(count) \(count == "1" ? "día" : "días")"
        default: return "\(count) \(unit)"
        }
    }
}

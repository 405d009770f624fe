internal import Evidence
internal import Market

extension SpanishPhrasebook {
    func opening(asOf: Fact) -> Sentence { "\(asOf)." }

    func briefMove(
        _ change: Fact, over: Sentence, to level: Fact?, asOf: Fact, _ sector: SectorChange?
    ) -> Sentence {
        let level: Sentence = level.map { ", hasta \($0)" } ?? ""
        let sector: Sentence =
            sector.map { "; el sector de \($0.title) \(moved($0.change))" } ?? ""
        return "El mercado de criptomonedas \(moved(change)) \(over)\(level), \(at(asOf))\(sector)."
    }

    func briefUnknown(asOf: Fact) -> Sentence {
        "Ninguna medida del conjunto del mercado cubre el periodo que termina \(at(asOf))."
    }

    func briefCoins(bitcoin: Fact, ether: Fact, of own: Fact) -> Sentence {
        """
        de la variación de nuestro índice del mercado, del \(own, .signed), bitcoin puso \(bitcoin, .signed) y ether, \
        \(ether, .signed)
        """
    }

    func briefLiquidations(long: Fact, short: Fact) -> Sentence {
        """
        en Binance se liquidaron posiciones en bitcoin por al menos \(long, .magnitude) en largo y \
        \(short, .magnitude) en corto
        """
    }

    func briefChart(distance: Fact, _ average: Fact, strength: Fact?) -> Sentence {
        let strength: Sentence = strength.map { ", con el \(measure: $0) en \($0)" } ?? ""
        return """
            TOTAL está un \(distance, .magnitude) \(side(distance)) de su \(measure: average)\(strength)
            """
    }

    var briefThin: Sentence { "falta algo en lo que esta respuesta se apoya" }

    func briefMeasures(_ clauses: [Sentence]) -> Sentence {
        clauses.isEmpty
            ? "No se conocen ni las aportaciones, ni las liquidaciones, ni el estado del gráfico."
            : "Lo medido: \(clauses.joined(by: "; "))."
    }

    func missing(_ gaps: [Sentence], isCut: Bool) -> Sentence {
        guard !gaps.isEmpty else { return "No falta nada de lo que se buscó." }
        return "Lo que falta: \(isCut ? "\(gaps.joined(by: ", ")) y más" : listed(gaps))."
    }

    func origins(_ sources: [Source], isCut: Bool) -> Sentence {
        let names = sources.map { "\(publisher: $0)" as Sentence }
        return "Cifras de \(isCut ? "\(names.joined(by: ", ")) y otros" : listed(names))."
    }
}

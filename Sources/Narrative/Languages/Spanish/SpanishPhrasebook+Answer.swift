internal import Evidence

extension SpanishPhrasebook {
    func question(asOf: Fact) -> Sentence {
        "¿Por qué se movió el mercado de criptomonedas? Al \(asOf)"
    }

    func over(_ span: Fact?) -> Sentence {
        span.map { "en \($0)" } ?? "desde la medianoche UTC"
    }

    func moved(_ change: Fact) -> Sentence {
        guard let number = change.number, number != 0 else { return "no se movió" }
        return number < 0 ? "cayó un \(change, .magnitude)" : "subió un \(change, .magnitude)"
    }

    func headline(
        _ change: Fact, over: Sentence, to level: Fact?, _ sector: SectorChange?
    ) -> Sentence {
        let start: Sentence = "El mercado de criptomonedas \(moves(change, fall: "cae")) \(over)"
        let level: Sentence = level.map { ", hasta \($0)" } ?? ""
        let sector: Sentence =
            sector.map { "; el sector de \($0.title) \(moves($0.change, fall: "baja"))" } ?? ""
        return "\(start)\(level)\(sector)"
    }

    /// What a change does, in the present of headlines.
    private func moves(_ change: Fact, fall: Sentence) -> Sentence {
        guard let number = change.number, number != 0 else { return "no se mueve" }
        return "\(number < 0 ? fall : "sube") un \(change, .magnitude)"
    }

    var noHeadline: Sentence { "Ninguna medida del conjunto del mercado cubre este periodo" }

    func level(_ cap: Fact, day: Fact?, sinceMidnight: Fact?) -> Sentence {
        let changes = [
            day.map { "\($0, .signed) en un día" as Sentence },
            sinceMidnight.map { "\($0, .signed) desde la medianoche UTC" },
        ].compactMap { $0 }
        let aside: Sentence = changes.isEmpty ? "" : " (\(listed(changes)))"
        return "La capitalización total del mercado era de \(cap) \(at(observed: cap))\(aside)."
    }

    func largestCoins(bitcoin: Fact, ether: Fact, of own: Fact) -> Sentence {
        """
        De la variación de nuestro índice del mercado, del \(own, .signed), bitcoin puso \(bitcoin, .signed) y \
        ether, \(ether, .signed).
        """
    }

    func sectorMove(_ sector: SectorChange, _ group: GroupMove?) -> Sentence {
        let beyond: Sentence =
            group.map {
                """
                ; dentro de él, el grupo «\($0.title)» se movió \($0.abnormal, .signed) más allá de lo que explica \
                su beta con el mercado (\($0.abnormal, .interval))
                """
            } ?? ""
        return "El sector de \(sector.title) \(moved(sector.change))\(beyond)."
    }

    func bitcoinLiquidations(long: Fact, short: Fact) -> Sentence {
        """
        En Binance se liquidaron posiciones en bitcoin por al menos \(long, .magnitude) en largo y \
        \(short, .magnitude) en corto; la plataforma no las publica todas.
        """
    }

    func averageAndStrength(distance: Fact, _ average: Fact, strength: Fact?) -> Sentence {
        let strength: Sentence = strength.map { "; el \(measure: $0) marca \($0)" } ?? ""
        return """
            El índice está un \(distance, .magnitude) \(side(distance)) de su \(measure: average), de \
            \(average)\(strength).
            """
    }

    var noCauseTested: Sentence {
        """
        En este informe no se pone a prueba ninguna causa, así que no se nombra ninguna: el movimiento queda sin \
        explicar en su totalidad.
        """
    }

    func risingTerm(_ term: Fact, before count: Fact, turn: Fact) -> Sentence {
        """
        El movimiento coincidió con un aumento de «\(term)» en los titulares (antes del giro, \(at(turn)): \(count)).
        """
    }
}

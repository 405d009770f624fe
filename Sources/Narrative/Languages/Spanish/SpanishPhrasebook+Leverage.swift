internal import Evidence

extension SpanishPhrasebook {
    func liquidations(long: Fact, short: Fact, coins: Fact, rule: Fact?) -> Sentence {
        let rule: Sentence =
            rule.map {
                " Ese día la plataforma solo publicaba \($0), así que cada cifra es un mínimo."
            }
            ?? " No se conoce la regla con la que publica la plataforma, así que cada cifra es un mínimo."
        return """
            Binance publicó liquidaciones por al menos \(long, .magnitude) en posiciones largas y \(short, .magnitude) \
            en cortas de \(coins) \(agreeing(coins, "moneda", "monedas")).\(rule)
            """
    }

    func positions(_ interest: StockChange, openedInFall: Bool) -> Sentence {
        let reading: Sentence =
            openedInFall
            ? """
             En conjunto se abrieron posiciones mientras caía el precio: no fue solo un cierre de posiciones.
            """
            : ""
        return """
            El interés abierto en los contratos de bitcoin con garantía en monedas estables pasó de \(interest.before) a \
            \(interest.after) (\(interest.change, .signed)).\(reading)
            """
    }

    func bids(_ bids: StockChange) -> Sentence {
        """
        Las órdenes de compra en espera cerca del precio de los futuros de bitcoin pasaron de \(bids.before) a \
        \(bids.after) (\(bids.change, .signed)).
        """
    }

    func forced(_ move: Fact, share: Fact, laws: [LawShare], over: Sentence) -> Sentence {
        let (kind, direction): (Sentence, Sentence) =
            (move.number ?? 0) < 0 ? ("ventas", "la caída") : ("compras", "la subida")
        let each = laws.map { "\($0.share, .rough) según la ley de \($0.law)" as Sentence }
        return """
            Las \(kind) forzadas pueden explicar \(share, .rough) de \(direction) de \(subject: move), del \
            \(move, .magnitude) \(over), hasta donde alcanzan las cifras de una sola plataforma: \(listed(each)).
            """
    }

    var noLawIsKnown: Sentence {
        """
        De ninguna ley de impacto se sabe que se cumpla, así que el intervalo va del extremo más bajo de todas al más \
        alto; cada una reúne nueve décimas de los mundos que encajan, y lo que sobra vino de fuera.
        """
    }

    func silentLaws(_ laws: [Fact]) -> Sentence {
        let names = laws.map { "ley de \($0)" as Sentence }
        return "Según la \(names.joined(by: " y la ")) encajan muy pocos mundos para decir nada."
    }
}

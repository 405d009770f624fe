internal import Evidence

extension SpanishPhrasebook: LeveragePhrases {
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
}

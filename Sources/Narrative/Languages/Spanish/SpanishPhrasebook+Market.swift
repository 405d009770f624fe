internal import Evidence

extension SpanishPhrasebook {
    func highestHigh(days: Fact) -> Sentence { "máximo de \(days) días" }

    func ownIndex(_ index: OwnIndexMove, over: Sentence) -> Sentence {
        """
        Nuestro propio índice (definición \(index.definition)), que multiplica los precios de los contratos \
        perpetuos de \(index.members) activos por su oferta en circulación del \(index.supplies, .date), \
        \(moved(index.change)) \(over), hasta \(index.cap); reúne el \(index.coverage) de la capitalización que \
        tenía entonces su universo.
        """
    }

    func breadth(_ breadth: IndexBreadth) -> Sentence {
        let lost: Sentence =
            "\(breadth.declining) \(agreeing(breadth.declining, "perdió", "perdieron")) valor"
        let gained: Sentence =
            breadth.advancing.map { " y \($0) \(agreeing($0, "ganó", "ganaron"))" } ?? ""
        let mean: Sentence =
            breadth.mean.map { ", y la media de todos fue del \($0, .signed)" } ?? ""
        return """
            De los \(breadth.members), \(lost)\(gained); el activo mediano \(moved(breadth.median))\(mean).
            """
    }

    // MARK: Whether it is unusual

    func againstVolatility(_ move: Fact, volatility: Fact, deviations: Fact) -> Sentence {
        """
        La \(measure: move) equivale a \(deviations, .magnitude) veces la volatilidad de los días anteriores, del \
        \(volatility) diario.
        """
    }

    func asFar(_ move: Fact, further: Fact, compared: Fact, last: Fact?) -> Sentence {
        let way: Sentence =
            (move.number ?? 0) < 0
            ? agreeing(further, "cayó tanto", "cayeron tanto")
            : agreeing(further, "subió tanto", "subieron tanto")
        let last: Sentence = last.map { ", el último el \($0, .date)" } ?? ""
        return "De los \(compared) días anteriores, \(further) \(way)\(last)."
    }

    func noSpellModel(_ refusal: Fact) -> Sentence {
        "No se ajusta ningún modelo de volatilidad por rachas: \(refusal)."
    }

    func spellModel(_ model: SpellModel) -> Sentence {
        """
        Según un modelo de volatilidad por rachas con colas gruesas (GARCH de orden uno y uno, t de Student con \
        \(model.degrees) grados de libertad), equivale a \(model.deviations, .magnitude) veces lo esperado, y un \
        día así tiene una probabilidad del \(model.probability).
        """
    }

    func draws(_ draws: HistoryDraws) -> Sentence {
        guard let span = draws.span else {
            return """
                De \(draws.draws) días extraídos de ese historial, el \(draws.probability) \
                (\(draws.probability, .interval)) llegó tan lejos.
                """
        }
        return """
            De \(draws.draws) tramos de \(span) compuestos con ese historial en bloques de \(draws.blockLength) días \
            de media, el \(draws.probability) (\(draws.probability, .interval)) llegó tan lejos como este periodo.
            """
    }

    func returnPeriod(_ period: Fact) -> Sentence {
        """
        Por la cola de esos días, cada uno medido en su propia volatilidad, cabe esperar uno igual cada \(period). Se \
        escribe sobre un mercado porque se movió: esa elección no entra en ninguna de estas probabilidades.
        """
    }

    func compared(_ count: Fact, _ window: RankWindow) -> Sentence {
        switch window {
        case .recent: "\(count) días anteriores"
        case .all: "\(count) días anteriores, todos los que hay"
        case .standardized: "\(count) días, cada uno en su propia volatilidad"
        }
    }

    // MARK: Coins

    func otherCoins(_ count: Fact) -> Sentence {
        agreeing(count, "la otra moneda", "las otras \(count) juntas")
    }

    func largestContribution(_ contribution: Fact) -> Sentence {
        """
        Barras horizontales, una por moneda: \(subject: contribution) puso por sí sola \(contribution, .signed).
        """
    }

    func residual(_ residual: Fact) -> Sentence {
        """
        Las aportaciones suman la variación del índice: sobran \(residual), del redondeo en la última cifra del cálculo.
        """
    }

    func breadthCaption(observed: Fact) -> Sentence {
        "Los activos al cierre del último día UTC, el \(observed: observed)"
    }

    func belowHigh(_ distance: Fact) -> Sentence {
        """
        El activo mediano estaba un \(distance, .magnitude) por debajo de su cierre más alto de hasta un año.
        """
    }

    // MARK: Sectors

    func furthestSector(_ sector: SectorChange) -> Sentence {
        "El sector de \(sector.title) \(moved(sector.change)), más que ningún otro de los medidos."
    }

    func furthestSector(_ first: SectorChange, focus: SectorChange) -> Sentence {
        """
        El sector de \(first.title) \(moved(first.change)), el que más de todos; el de \(focus.title) \
        \(moved(focus.change)).
        """
    }

    func excess(_ excess: Fact) -> Sentence {
        "La diferencia con nuestro índice es de \(excess, .signed)."
    }

    func focus(on title: Fact, _ group: GroupMove) -> Sentence {
        """
        El foco está en el sector de \(title) por lo que beta no explica: su grupo «\(group.title)» se movió \
        \(group.abnormal, .signed) más allá (\(group.abnormal, .interval)), más que ningún otro sector o grupo.
        """
    }

    func members(of title: Fact, fell: Bool) -> Sentence {
        fell ? "Sector de \(title), de peor a mejor" : "Sector de \(title), de mejor a peor"
    }

    func largestContributions(of title: Fact) -> Sentence {
        "Sector de \(title), las mayores aportaciones"
    }

    func memberBars(of title: Fact, first: Fact) -> Sentence {
        "Barras horizontales, una por token del sector de \(title): \(subject: first) \(moved(first))."
    }

    func volume(_ volume: Fact, change: Fact?, over: Sentence) -> Sentence {
        let change: Sentence =
            change.map { " (\($0, .signed) frente al tramo anterior de igual duración)" } ?? ""
        return """
            En los contratos perpetuos sobre los miembros de nuestro índice se negociaron \(volume) \(over)\(change). \
            La plataforma cuenta monedas, no dólares: cada hora se valora a su cierre, y la cifra real está en un \
            intervalo que va \(volume, .interval).
            """
    }
}

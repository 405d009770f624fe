internal import Evidence

extension SpanishPhrasebook {
    func gap(_ gap: PlainGap) -> Sentence {
        switch gap {
        case .noOwnIndex:
            """
            No hay precios o no hay oferta en circulación para este periodo, así que no hay índice propio, ni \
            aportaciones, ni sectores.
            """
        case .noStrength:
            "Hay muy pocas barras diarias para que el índice de fuerza relativa se haya asentado."
        case .noAverage: "Hay muy pocas barras diarias para las dos medias móviles."
        case .noLiquidations:
            """
            Ninguna barra de liquidaciones cae entera dentro del periodo: no se sabe nada, que no es lo mismo que cero.
            """
        case .noForcedShare:
            """
            No se dice qué parte del movimiento de bitcoin fue forzada: hacen falta interés abierto, precios y volúmenes en \
            los dos extremos del periodo, una barra de liquidaciones dentro de él, un movimiento que no haga una hora \
            cualquiera y bastantes mundos que encajen.
            """
        case .newsSelection:
            """
            Los titulares son los que conservaron listas posteriores: no se sabe cuánto se leyó cada noticia en su \
            momento.
            """
        case .noNews: "Ningún titular sobre los temas del sector en foco subió antes del giro."
        case .noCause:
            """
            No se pone a prueba ninguna causa: se muestran el orden en el tiempo y la exposición, y no se sabe qué parte \
            explican.
            """
        case .oneEvent:
            """
            Una causa se pone a prueba con un solo suceso de un solo día: por quién estaba expuesto y por el orden en el \
            tiempo, no por repetición. Otras noticias del día comparten su periodo, las betas son inestables en una \
            caída y el día se mira porque se movió.
            """
        case .tether:
            """
            Los contratos cotizan en tether, que se toma como un dólar; las monedas estables valen un dólar por definición.
            """
        }
    }

    func noTotalChange(over: Sentence) -> Sentence {
        """
        TOTAL no tiene ninguna barra cerca de los dos extremos del periodo, así que no se conoce su variación \(over).
        """
    }

    func staleTotal(_ cap: Fact, asOf: Fact) -> Sentence {
        """
        La última barra de TOTAL cerró \(at(observed: cap)), bastante antes del \(asOf): así de viejo es su nivel.
        """
    }

    func missingHours(_ missing: Fact) -> Sentence {
        """
        A TOTAL le faltan \(missing) de barras horarias dentro del periodo: entre ellas puede estar su hora más alta o \
        la más baja.
        """
    }

    func unpriced(_ count: Fact, coverage: Fact, largest: [Fact]) -> Sentence {
        let assets = agreeing(
            count, "activo de la lista no tiene", "activos de la lista no tienen")
        let left = agreeing(count, "queda", "quedan")
        return """
            \(count) \(assets) contrato en estos datos y \(left) fuera de nuestro índice, que reúne el \(coverage) de la \
            capitalización; por tamaño, los primeros son \(names(largest)).
            """
    }

    func disagreeing(_ count: Fact, first: [Fact]) -> Sentence {
        """
        Los precios de \(count) \(agreeing(count, "activo", "activos")) en las distintas plataformas están demasiado \
        separados para ser de una misma cosa; entre ellos, \(names(first)).
        """
    }

    func partialLiquidations(_ coverage: Fact) -> Sentence {
        """
        Las barras de liquidaciones que caen enteras dentro del periodo cubren el \(coverage) de él; el resto se deja \
        fuera, no se rellena.
        """
    }

    func allVenuesUnknown(floor: Fact) -> Sentence {
        """
        Lo que liquidaron todas las plataformas juntas no se puede calcular con la muestra de una sola; fueron al menos \
        \(floor, .magnitude), y estos datos no dan ningún máximo.
        """
    }

    func heldSupply(_ observed: Fact) -> Sentence {
        """
        La oferta en circulación es la del \(observed, .date), la última conocida: no se cuentan las monedas emitidas o \
        quemadas desde entonces.
        """
    }

    func sectorSupplies(_ title: Fact, members: Fact, weighted: Fact) -> Sentence {
        """
        De los \(members) activos que figuran en el sector de \(title), \(weighted) \
        \(agreeing(weighted, "tiene", "tienen")) aquí precio y oferta en circulación y \
        \(agreeing(weighted, "forma", "forman")) la capitalización del sector; su nivel no se puede comparar con el de \
        otra lista.
        """
    }

    func undivided(_ titles: [Fact]) -> Sentence {
        """
        En la lista usada aquí no todos los sectores se dividen en grupos (\(names(titles)): ningún grupo lo bastante \
        grande); puede que una parte de alguno de ellos se moviera más que los grupos mostrados.
        """
    }

    func weakTest(level: Fact) -> Sentence {
        """
        Hay muy pocos días anteriores para que alguna de tantas pruebas baje del \(level): aquí se puede descartar una \
        causa, pero no demostrarla. Una causa se pone a prueba con un solo suceso de un solo día, por quién estaba \
        expuesto y por el orden en el tiempo.
        """
    }

    private func names(_ facts: [Fact]) -> Sentence {
        listed(facts.map { "\($0)" })
    }

    func shortGap(_ id: String) -> Sentence? {
        switch id {
        case "no-total-change": "la variación de TOTAL"
        case "stale-total": "un nivel reciente de TOTAL"
        case "missing-hours": "algunas horas de TOTAL"
        case "no-own-index": "un índice propio"
        case "unpriced": "el precio de las monedas sin contrato"
        case "prices-disagree": "los precios en que las plataformas no coinciden"
        case "no-strength": "la fuerza relativa"
        case "no-average": "las dos medias"
        case "no-liquidations": "las liquidaciones"
        case "partial-liquidations": "las liquidaciones de los bordes del periodo"
        case "all-venues": "las liquidaciones de todas las plataformas"
        case "no-forced-share": "qué parte fue forzada"
        case "held-supply": "la oferta en circulación del día"
        case "sector-supplies": "las monedas del sector sin oferta conocida"
        case "sector-groups": "los grupos de algunos sectores"
        case "no-news": "titulares sobre el tema"
        case "news-selection": "cuánto se leyó cada noticia"
        case "no-cause": "una prueba de las causas"
        case "weak-test": "una prueba capaz de mostrar una causa"
        case "one-event": "un segundo suceso con que probar la causa"
        case "tether": "el precio propio de tether"
        default: nil
        }
    }
}

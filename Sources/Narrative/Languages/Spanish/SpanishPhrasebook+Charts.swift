internal import Evidence

extension SpanishPhrasebook {
    func averages(_ averages: [AverageDistance], isLastBarOpen: Bool) -> Sentence {
        let parts = averages.map { part -> Sentence in
            """
            un \(part.distance, .magnitude) \(side(part.distance)) de la \(measure: part.average), de \(part.average)
            """
        }
        let bars: Sentence =
            isLastBarOpen
            ? "Con la barra de hoy, aún sin terminar, como último cierre"
            : "Sobre barras diarias cerradas"
        return "\(bars), TOTAL está \(parts.joined(by: ", y "))."
    }

    func strength(_ reading: StrengthReading) -> Sentence {
        let spread: Sentence =
            reading.seedSpread.map { "; sin el primero de ellos cambiaría en \($0)" } ?? ""
        let past: Sentence =
            reading.past.map { ", tras los \($0.reading) del cierre del \($0.day, .date)" } ?? ""
        let live: Sentence = reading.isLive ? " en vivo" : ""
        return """
            El \(measure: reading.strength), con el suavizado de Wilder a partir de una media simple, marca \
            \(reading.strength)\(live)\(past) (calculado con \(reading.closes) cierres\(spread)).
            """
    }

    func levelsCaption(around price: Fact) -> Sentence {
        "Niveles en torno a \(subject: price), del más alto al más bajo"
    }

    func indicatorsCaption(until reading: Fact) -> Sentence {
        "Indicadores sobre barras diarias cerradas, hasta el \(observed: reading)"
    }

    // MARK: News

    func turn(_ turn: Fact, fell: Bool) -> Sentence {
        let direction: Sentence = fell ? "más alta" : "más baja"
        return "El mercado giró \(at(turn)), su hora \(direction) del periodo."
    }

    func term(_ term: Fact, recent: Fact, expected: Fact, themed: Fact, before: Fact) -> Sentence {
        """
        De \(themed) titulares anteriores sobre los temas del sector en foco, la palabra que más había subido es \
        «\(term)»: \(recent) en los dos últimos días, cuando serían \(expected) si no estuviera en las noticias \
        más que antes. \
        Titulares con ella antes del giro: \(before); abajo, los primeros y los últimos.
        """
    }

    var orderIsNoCause: Sentence {
        "Eso es un orden en el tiempo. Si lo uno movió lo otro no se pone a prueba aquí."
    }

    func newsChart(turn: Fact) -> Sentence {
        """
        El índice por horas; las líneas verticales marcan cuándo se publicaron las noticias. El mercado giró \
        \(at(turn)).
        """
    }

    // MARK: Printed elsewhere

    var printedFigures: Sentence {
        """
        Una cifra publicada vale por todos los valores que se escribirían igual; la nuestra coincide si está entre \
        ellos. Nada de este informe se calcula a partir de esas cifras.
        """
    }

    func printedMeasure(name: Fact?, measure: Fact?) -> Sentence {
        measure.map { "\(named: $0)" } ?? ""
    }

    func allVenues(_ name: Sentence) -> Sentence { "\(name), todas las plataformas" }
}

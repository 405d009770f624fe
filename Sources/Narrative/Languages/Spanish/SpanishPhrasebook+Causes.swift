internal import Evidence

extension SpanishPhrasebook {
    var nothingBegan: Sentence { "Nada se distingue de lo anterior." }

    func onsetOrder(isDecided: Bool) -> Sentence {
        isDecided
            ? "Se decide, nueve a uno, qué grupo de series fue el primero: los hechos los numeran."
            : """
            Entre ellas ningún orden se decide nueve a uno: con barras de una hora no se sabe cuál fue la primera.
            """
    }

    func supported(_ cause: SupportedCause) -> Sentence {
        """
        \(cause.name) movió el mercado: los activos expuestos se desviaron \(cause.effect, .signed) de lo que \
        explica el resto del mercado (p\u{A0}\(cause.adjusted, .rough)), \(cause.direct, .signed) del movimiento; un \
        \(cause.unexplained) queda sin explicar por ello.
        """
    }

    var noStory: Sentence {
        "No se conoce ninguna noticia que afecte a un sector: el movimiento queda sin explicar."
    }

    func untested(_ name: Fact, seen: Fact) -> Sentence {
        """
        El movimiento coincidió con noticias sobre \(name), vistas por primera vez \(at(seen)); no se pudo poner a \
        prueba, y el movimiento queda sin explicar.
        """
    }

    func coincided(_ name: Fact, seen: Fact, probability: Fact) -> Sentence {
        """
        El movimiento coincidió con noticias sobre \(name), vistas por primera vez \(at(seen)): los activos expuestos a \
        ellas no fueron más lejos de lo que explica el azar (p\u{A0}\(probability, .rough)), así que queda sin explicar.
        """
    }

    func waited(_ lead: Fact) -> Sentence {
        """
        La primera noticia llegó \(lead) antes del primer momento en que pudo empezar el movimiento: quien la señale \
        como causa tiene que decir por qué esperó el mercado.
        """
    }

    func testRules(days: Fact, dates: Fact, level: Fact) -> Sentence {
        """
        Se ponen a prueba sectores y grupos tal como se habían anotado antes: su rendimiento medio más allá de lo que \
        explica el resto del mercado, con betas de \(days), frente al de \(dates) fechas anteriores. Todos los valores \
        p se agrandan por ser varios; por debajo del \(level) se admite un verbo causal, si la noticia llegó antes que \
        el movimiento.
        """
    }

    func directEffect(of name: Sentence) -> Sentence { "Efecto directo de \(name)" }

    func abnormalChart(of name: Fact) -> Sentence {
        "Lo que hizo \(name) más allá del mercado, hora a hora"
    }
}

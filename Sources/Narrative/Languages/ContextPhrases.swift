internal import Evidence

/// What was known around the market.
protocol ContextPhrases: Sendable {
    /// The heading.
    var contextTitle: Sentence { get }
    /// That it stands beside the move, untested.
    var contextIsNoTest: Sentence { get }
    /// Of flows of funds: the caption, then the heads of six columns.
    var flows: (caption: Sentence, heads: [Sentence]) { get }
    /// Of events: the captions of those in the window and of those ahead, then the heads of four columns.
    var events: (caption: Sentence, ahead: Sentence, heads: [Sentence]) { get }
}

extension EnglishPhrasebook {
    var contextTitle: Sentence { "Around the market" }

    var contextIsNoTest: Sentence {
        """
        What was known around the market by then. It is told beside the move; that it moved anything is not tested.
        """
    }

    var flows: (caption: Sentence, heads: [Sentence]) {
        (
            "Funds: the last day known, and how usual it is among all days known",
            ["Funds", "Day", "Flow", "Over five days", "More than on", "Of days"]
        )
    }

    var events: (caption: Sentence, ahead: Sentence, heads: [Sentence]) {
        (
            "What happened, or had been set, in the window", "On the calendar of the week after",
            ["When", "What", "Whose", "Sort"]
        )
    }
}

extension SpanishPhrasebook {
    var contextTitle: Sentence { "Alrededor del mercado" }

    var contextIsNoTest: Sentence {
        """
        Lo que se sabía entonces alrededor del mercado. Se cuenta junto al movimiento; que lo haya causado no se \
        pone a prueba.
        """
    }

    var flows: (caption: Sentence, heads: [Sentence]) {
        (
            "Fondos: el último día conocido, y cuán habitual es entre todos los días conocidos",
            ["Fondos", "Día", "Flujo", "En cinco días", "Más que en", "De los días"]
        )
    }

    var events: (caption: Sentence, ahead: Sentence, heads: [Sentence]) {
        (
            "Lo que ocurrió, o estaba fijado, en la ventana",
            "En el calendario de la semana siguiente",
            ["Cuándo", "Qué", "De quién", "Clase"]
        )
    }
}

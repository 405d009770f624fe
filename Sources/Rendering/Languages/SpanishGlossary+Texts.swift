extension SpanishGlossary {
    /// Columns of runs of values.
    static let columns = [
        "open": "apertura", "high": "alto", "low": "bajo", "close": "cierre", "volume": "volumen",
        "long": "largas", "short": "cortas", "asks": "ventas", "bids": "compras",
        "open interest": "interés abierto", "funding": "financiación", "average": "media",
        "strength": "fuerza", "abnormal": "más allá del mercado", "median": "mediana",
        "lower": "inferior", "upper": "superior",
    ]

    /// Verdicts, reasons, states and rules.
    static let phrases = [
        "supported": "respaldada", "coincided": "coincidió", "not testable": "no comprobable",
        "too late": "demasiado tarde", "no story": "sin noticia",
        "before the move": "antes del movimiento",
        "while it may have begun": "mientras pudo estar empezando",
        "after it had begun": "cuando ya había empezado",
        "first seen after the move had begun": "vista cuando el movimiento ya había empezado",
        "first seen while the move may have begun":
            "vista mientras el movimiento pudo estar empezando",
        "no story is known": "no se conoce ninguna noticia",
        "who is exposed was written down afterwards": "quién estaba expuesto se anotó después",
        "too few of the exposed are priced": "muy pocos de los expuestos tienen precio",
        "too small a part of the exposed is priced":
            "una parte demasiado pequeña de los expuestos tiene precio",
        "too few dates to compare with": "muy pocas fechas con que comparar",
        "chance does as much too often": "el azar hace lo mismo demasiadas veces",
        "the exposed went the other way": "los expuestos fueron en sentido contrario",
        "it hangs on one of the exposed": "depende de uno solo de los expuestos",
        "too few bars": "muy pocas barras", "it did not vary": "no varió",
        "no change that stands out": "ningún cambio que destaque",
        "market": "mercado", "exposed less market": "expuestos menos mercado",
        "volume": "volumen", "open interest": "interés abierto", "liquidations": "liquidaciones",
        "above": "por encima", "below": "por debajo", "testing": "en prueba",
        "round number": "número redondo", "highest of the history": "máximo histórico",
        "lowest of the history": "mínimo histórico", "swing zone": "zona de giros",
        "busiest price": "precio más negociado", "foot of the value area": "pie del área de valor",
        "top of the value area": "techo del área de valor",
        "line along swing lows": "línea de los mínimos",
        "line along swing highs": "línea de los máximos",
        "the latest order of each second and symbol": "la última orden de cada segundo y contrato",
        "the largest order of each second and symbol": "la mayor orden de cada segundo y contrato",
        "some of the orders, by a rule that is not said":
            "una parte de las órdenes, según una regla que no dice",
        "book": "libro de órdenes", "square root": "raíz cuadrada", "saturating": "saturación",
        "none stated": "no consta",
        "every order": "todas las órdenes",
        "no feed of liquidations": "ningún dato de liquidaciones",
        "a return that is no number": "hay un rendimiento que no es un número",
        "a market that did not move": "el mercado no se movió",
        "the search did not settle": "la búsqueda no convergió",
        "is touched": "se toca", "breaks": "se rompe", "on the calendar": "en el calendario",
        "outage": "caída de servicio", "incident": "incidente",
    ]

    /// What two figures may differ in.
    static let reasons = [
        "universe": "universo", "moment": "momento", "source": "fuente", "definition": "definición",
        "rounding": "redondeo",
    ]

    /// Sectors as they are usually called, and what markets outside crypto are called.
    static let titles = [
        "AI tokens": "tokens de IA", "Decentralised finance": "finanzas descentralizadas",
        "Exchange tokens": "tokens de plataformas", "Layer-1 chains": "cadenas de capa 1",
        "Layer-2 chains": "cadenas de capa 2", "Meme tokens": "memecoins",
        "US dollar, broad index": "Dólar, índice amplio",
        "Fear and Greed index": "Índice de miedo y codicia",
        "Gold, US dollars an ounce": "Oro, dólares por onza", "Nasdaq-100": "Nasdaq 100",
        "S&P 500": "S&P 500", "VIX": "VIX",
        "Spot Bitcoin funds, Hong Kong": "Fondos de bitcoin al contado, Hong Kong",
        "Spot Bitcoin funds, United States": "Fondos de bitcoin al contado, Estados Unidos",
        "Spot Ether funds, United States": "Fondos de ether al contado, Estados Unidos",
        "US Treasury yield, 10 years": "Rentabilidad del Tesoro de EE. UU. a 10 años",
    ]

    /// Groups of sectors.
    static let groups = [
        "agents": "agentes", "chain": "cadenas", "data": "datos", "gpu": "GPU",
        "identity": "identidad", "exchange": "intercambio", "lending": "préstamos",
        "staking": "staking", "yield": "rendimiento", "centralised": "centralizadas",
        "decentralised": "descentralizadas", "bitcoin": "bitcoin", "rollup": "rollups",
        "sidechain": "cadenas laterales", "dog": "perros", "political": "políticas",
    ]
}

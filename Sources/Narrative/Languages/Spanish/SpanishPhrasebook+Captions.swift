extension SpanishPhrasebook {
    func caption(_ caption: Caption) -> Sentence {
        switch caption {
        case .distance: "TOTAL de TradingView, las mayores criptomonedas en conjunto, en dólares"
        case .unusual: "La variación del último día entre las de los días anteriores"
        case .contributions:
            "Lo que cada moneda aportó a la variación de nuestro índice, en puntos porcentuales"
        case .contributionChart: "Aportaciones a la variación del índice"
        case .sectors: "Los sectores y los grupos del sector en foco, ponderados por capitalización"
        case .movers: "Cuánto se movieron los tokens del sector"
        case .volume: "Negociado en los contratos perpetuos de Binance, en dólares"
        case .liquidations: "Liquidado en Binance en el periodo, según lo publicado: mínimos"
        case .positions:
            "Interés abierto en Binance, según su garantía, y tasa de financiación en el conjunto de plataformas"
        case .liquidationChart: "Liquidaciones en Binance, cuatro monedas en conjunto, mínimos"
        case .positionChart: "Bitcoin: interés abierto, financiación y órdenes en espera"
        case .strength: "El índice de fuerza relativa al cierre de cada día, del último al primero"
        case .priceChart: "TOTAL, por días, con medias, niveles y fuerza relativa"
        case .onsets:
            "Cuándo empezó cada serie a ser distinta, con el tramo que reúne nueve décimas de la probabilidad"
        case .timeline: "Qué empezó cuándo y qué noticias llegaron cuándo"
        case .began: "Empezó a ser distinto"
        case .stories: "Noticias"
        case .names: "Nombres que subieron en los titulares, hallados sin ninguna lista"
        case .candidates: "Causas candidatas, de la prueba más fuerte a la más débil"
        case .shares: "De qué se compone el movimiento"
        case .storiesBefore: "Antes de que girara el mercado"
        case .storiesAfter: "Después del giro"
        case .newsChart: "TOTAL, por horas, con las noticias anteriores al giro"
        case .macro: "Fuera de las criptomonedas: los últimos cierres conocidos"
        case .published: "Cifras publicadas en otros sitios, junto a las nuestras"
        }
    }

    func summary(_ summary: ChartSummary) -> Sentence {
        switch summary {
        case .liquidations:
            "Barras verticales a lo largo del tiempo, posiciones largas y cortas lado a lado, en dólares."
        case .positions:
            """
            Líneas a lo largo del tiempo: interés abierto en monedas, financiación ponderada por el interés abierto, \
            y órdenes de compra y de venta en espera cerca del precio.
            """
        case .price: "Barras diarias de la capitalización total del mercado."
        case .timeline:
            """
            Un punto donde es más probable que empezara y una barra sobre el tramo que reúne nueve décimas; debajo, \
            las noticias de la primera causa candidata.
            """
        case .abnormal:
            """
            El rendimiento medio de los expuestos más allá de lo que explica el resto del mercado, acumulado en el \
            periodo, y la banda que reúne nueve décimas de los tramos anteriores, llevada a la violencia de este.
            """
        }
    }
}

internal import Market

extension FieldWords {
    static let spanish: [Row] = [
        (
            .changeVerb(.down),
            """
            cayó|cae|caen|cayeron|cayendo|caer|bajó|baja|bajan|bajaron|bajando|perdió|pierde|perdieron\
            |pierden|perdiendo|retrocedió|retrocede|retrocedieron|descendió|desciende|descendieron|se\
             desplomó|se desplomaron|se desploma|desplomó|se hundió|se hundieron|se dejó|cedió|ceden\
            |disminuyó|disminuyeron|se redujo|cedieron|se dejaron|recortó|se hunde|se desinfla|se contrajo|resta|restó
            """
        ),
        (
            .changeVerb(.up),
            """
            subió|sube|suben|subieron|subiendo|subir|ganó|gana|ganan|ganaron|ganando|aumentó|aumenta\
            |aumentaron|avanzó|avanza|avanzaron|creció|crece|crecieron|se disparó|se dispararon\
            |repuntó|repuntaron|escaló|trepó|sumó|sumaron|se apreció|se revalorizó|rebotó|se anotó|escala|repunta
            """
        ),
        (
            .changeNoun(.down),
            "caída|caídas|descenso|pérdida|pérdidas|baja del|retroceso|desplome|bajada"
        ),
        (
            .changeNoun(.up),
            "subida|subidas|alza|aumento|ganancia|ganancias|avance|repunte|incremento"
        ),
        (.changeAdverb(.down), "menos que|por debajo de ayer"), (.changeAdverb(.up), "más que"),
        (.from, "desde|desde los|desde el|de los"), (.to, "hasta|hasta los|hasta el|a los|a|al"),
        (.by, "un|en un"),
        (.of, "de|del|de la|de las|en"), (.at, "en los|a los que"), (.with, "con"),
        (.above, "por encima de|por encima de los|sobre los"),
        (.below, "por debajo de|por debajo de los|bajo los"),
        (.reach, "alcanzó|alcanza|alcanzaron|tocó|tocando|llegó a|llegó a los|marcó"),
        (
            .state,
            """
            está|están|se sitúa|se sitúa en|se situó|se situó en|se ubica|se ubica en|cotiza|cotiza\
             en|cotiza a|cotizaba|se negocia|se negocia a|se negocia en|vale|es|era|fue|se mantiene en
            """
        ),
        (.extremum(.up), "máximo|máximos|máximo histórico|récord"),
        (.extremum(.down), "mínimo|mínimos"),
        (.hedge(.about), "unos|unas|cerca de|alrededor de|aproximadamente|en torno a|en torno al"),
        (.hedge(.over), "más de|más del|algo más de|poco más de"),
        (.hedge(.nearly), "casi|casi un|casi el|prácticamente"),
        (.hedge(.atLeast), "al menos|por lo menos"),
        (.hedge(.atMost), "como máximo|menos de|menos del"),
        (.unit(.percent), "por ciento"), (.unit(.percentagePoints), "puntos porcentuales|puntos"),
        (.unit(.dollar), "dólares|dólar|de dólares|dólares estadounidenses"),
        (.unit(.euro), "de euros"), (.scale(3), "mil"),
        (.scale(6), "millones|millón"), (.scale(9), "mil millones"),
        (.scale(12), "billones|billón"),
        (.measure(.price), "precio|precios|cotización"),
        (
            .measure(.marketCap),
            "capitalización|capitalización de mercado|valor de mercado|capitalización bursátil"
        ),
        (
            .totalCap,
            "capitalización total|capitalización total del mercado|capitalización conjunta"
        ),
        (
            .measure(.volume),
            "volumen|volumen de negociación|volumen de operaciones|volumen negociado"
        ),
        (.measure(.liquidations), "liquidaciones|liquidados|liquidadas|liquidación|se liquidaron"),
        (.measure(.openInterest), "interés abierto"), (.measure(.dominance), "dominancia"),
        (.measure(.funding), "tasa de financiación"),
        (
            .market,
            "mercado cripto|mercado de criptomonedas|criptomonedas|mercado de las criptomonedas|mercado"
        ),
        (.indicator(.simpleMovingAverage), "media móvil|media móvil simple"),
        (.indicator(.exponentialMovingAverage), "media móvil exponencial"),
        (
            .indicator(.relativeStrengthIndex),
            "índice de fuerza relativa|índice de fuerza relativa (rsi)"
        ),
        (.indicator(.fearAndGreed), "índice de miedo y codicia"),
        (.side(.long), "largos|largas|posiciones largas|en largo"),
        (.side(.short), "cortos|cortas|posiciones cortas|en corto"), (.positions, "posiciones"),
        (.tokenPronoun, "el token|la moneda|la criptomoneda|el activo"),
        (.indexPronoun, "el índice"),
        (.sectorPronoun, "el sector"), (.support, "soporte"), (.resistance, "resistencia"),
        (.loses, "rompió el|perdió el|perdió los"),
        (.breaks, "superó|recuperó|rompió|superó los|superó la"),
        (.holds, "mantuvo|defendió|aguantó"), (.level, "nivel"),
        (
            .rank(.down),
            "lideró las pérdidas|lideró las caídas|la mayor caída|encabezó las pérdidas|el peor"
        ),
        (
            .rank(.up),
            "lideró las ganancias|lideró las subidas|la mayor subida|encabezó las ganancias"
        ),
        (.followedBy, "seguido de|seguida de|seguido por|seguida por"),
        (.respectively, "respectivamente"),
        (.and, "y|e"), (.clauseBreak, "mientras|mientras que|pero|aunque|antes de"),
        (.which, "que"),
        (
            .cause,
            "debido a|tras|después de|a causa de|por culpa de|impulsado por|impulsada por|ante"
        ),
        (.effect, "provocó|causó|desató"), (.negation, "ni|tampoco|sin"),
        (.forecast, "podría|podrían|puede|prevé|espera|esperan"), (.conditional, "si"),
        (.says, "dijo|afirmó|señaló|declaró"),
        (.accordingTo, "según|según datos de|de acuerdo con"),
        (
            .windowLead,
            "en las últimas|en los últimos|durante las últimas|en la última|en el último|en"
        ),
        (.timeUnit(.hour), "horas|hora"), (.timeUnit(.day), "días|día"),
        (.timeUnit(.week), "semanas|semana"),
        (.timeUnit(.month), "meses|mes"), (.relativeDay(0), "hoy"), (.relativeDay(-1), "ayer"),
        (.window(.trailing(.days(7))), "esta semana|en la última semana|en una semana"),
        (.window(.trailing(.day)), "en un día|en el último día"),
        (.month(1), "enero"), (.month(2), "febrero"), (.month(3), "marzo"), (.month(4), "abril"),
        (.month(5), "mayo"), (.month(6), "junio"), (.month(7), "julio"), (.month(8), "agosto"),
        (.month(9), "septiembre"), (.month(10), "octubre"), (.month(11), "noviembre"),
        (.month(12), "diciembre"), (.weekday(1), "lunes"), (.weekday(2), "martes"),
        (.weekday(3), "miércoles"), (.weekday(4), "jueves"), (.weekday(5), "viernes"),
        (.weekday(6), "sábado"), (.weekday(7), "domingo"), (.article, "el|la|los|las|una"),
    ]
}

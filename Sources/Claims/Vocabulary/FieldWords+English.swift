internal import Market

extension FieldWords {
    static let english: [Row] = months + movement + places + things + levels + joints + times

    /// First of all, so that `May` is a month where `may` is none.
    private static let months: [Row] = [
        (.month(1), "january|jan"), (.month(2), "february|feb"), (.month(3), "march|mar"),
        (.month(4), "april|apr"), (.month(5), "may"), (.month(6), "june|jun"),
        (.month(7), "july|jul"), (.month(8), "august|aug"), (.month(9), "september|sept|sep"),
        (.month(10), "october|oct"), (.month(11), "november|nov"), (.month(12), "december|dec"),
    ]

    private static let movement: [Row] = [
        (
            .changeVerb(.down),
            """
            fell|fall|falls|falling|fallen|dropped|drops|dropping|declined|declines|declining|slid|slides\
            |sliding|slipped|slips|slipping|sank|sinks|sinking|tumbled|tumbles|tumbling|plunged|plunges\
            |plunging|lost|loses|losing|shed|sheds|shedding|dipped|dips|dipping|crashed|crashes|crashing\
            |decreased|decreases|decreasing|retreated|retreats|retreating|plummeted|plummets|plummeting\
            |contracted|shrank|shrunk|eased|eases|gave up|gave back|pulled back|cratered|weakened|cooled|slumped|slumps|slumping|nosedived|skidded|sagged|tanked\
            |dived|dove|tanks|trimmed|swooned|collapsed|collapses|stumbled|drifted lower|edged lower\
            |corrected|sold off|selling off|wiped off|erased
            """
        ),
        (
            .changeVerb(.up),
            """
            rose|rise|rises|rising|risen|gained|gaining|climbed|climbs|climbing|jumped|jumps|jumping\
            |surged|surges|surging|soared|soars|soaring|rallied|rallies|rallying|increased|increases\
            |increasing|advanced|advances|advancing|added|adds|adding|grew|grows|growing|grown|recovered\
            |recovers|recovering|rebounded|rebounds|rebounding|spiked|spiking|ticked up|edged higher\
            |popped|swelled|expanded|put on|leapt|bounced|rocketed|roared|inched up|extended gains|vaulted|firmed|appreciated
            """
        ),
        (
            .changeNoun(.down),
            """
            drop|fall|decline|declines|loss|losses|dip|slump|plunge|slide|decrease|sell-off|selloff|sell\
             off|crash|correction|downturn|drawdown|pullback|retreat|tumble|reduction|contraction
            """
        ),
        (
            .changeNoun(.up),
            "gain|gains|rise|increase|rally|jump|surge|advance|rebound|recovery|spike|climb|upswing|bounce"
        ),
        (.changeAdverb(.down), "down|lower|in the red|off"),
        (.changeAdverb(.up), "up|higher|in the green"),
        (.moveNoun, "move|change|swing"),
    ]

    private static let places: [Row] = [
        (.from, "from"), (.to, "to|toward|towards|into"), (.by, "by"), (.of, "of|for|in"),
        (.at, "at|@"), (.with, "with"), (.within, "within"),
        (.above, "above|past"), (.below, "below|beneath|under"), (.than, "than"),
        (
            .reach,
            """
            hit|hits|hitting|reached|reaches|reaching|touched|touches|touching|as low as|as high as\
            |topped|test|tests|tested|testing|retest|tagged|tags
            """
        ),
        (
            .state,
            """
            is|are|was|were|be|stands|stood|sits|sat|trades|traded|trading|changes hands|changed hands\
            |changing hands|being|hovers|hovering|hovered|remains|remained|is priced|priced|worth|valued\
            |totaled|totalled|totals|totaling|reads|read|reading|printed|closed|opened|settled|now
            """
        ),
        (
            .extremum(.up),
            "high|highs|peak|top|record|record high|all-time high|local high|intraday high|session high|peaked at|peaking at|topped out at"
        ),
        (
            .extremum(.down),
            "low|lows|bottom|trough|local low|intraday low|session low|bottomed at|bottoming at"
        ),
        (
            .hedge(.about),
            "about|around|roughly|approximately|some|circa|near|close to|~|≈|an estimated"
        ),
        (.hedge(.over), "over|more than|just over|slightly over|upwards of|in excess of|exceeding"),
        (.hedge(.nearly), "nearly|almost|just under|just below|just shy of|close on"),
        (.hedge(.atLeast), "at least|no less than"),
        (.hedge(.atMost), "at most|up to|as much as|no more than|less than|under"),
        (.unit(.percent), "%|percent|per cent|pct"),
        (.unit(.percentagePoints), "percentage points|percentage point|points|pp"),
        (.unit(.basisPoints), "basis points|basis point|bps"),
        (.unit(.dollar), "dollars|dollar|usd|usdt|usdc|us dollars"),
        (.unit(.euro), "euros|euro|eur"), (.unit(.pound), "pounds sterling|gbp"),
        (.unit(.yuan), "yuan|cny|rmb"), (.unit(.times), "x|times|fold"),
        (.scale(3), "k|thousand"), (.scale(6), "m|mn|mln|million|millions|mm"),
        (.scale(9), "b|bn|billion|billions"), (.scale(12), "t|tn|trn|trillion|trillions"),
    ]

    private static let things: [Row] = [
        (.measure(.price), "price|prices"),
        (
            .measure(.marketCap),
            """
            market cap|market capitalization|market capitalisation|capitalization|capitalisation|market\
             value|marketcap|valuation
            """
        ),
        (
            .totalCap,
            """
            combined market capitalization|combined market cap|total market capitalization|total market\
             cap|aggregate market capitalization|aggregate market cap|combined capitalization|total\
             capitalization|overall market cap|overall market capitalization|global market\
             cap|global market capitalization|total cap|total crypto cap|crypto market cap
            """
        ),
        (
            .measure(.volume),
            "trading volume|volume|volumes|turnover|trading volumes|trading activity|spot volume"
        ),
        (
            .measure(.liquidations),
            "liquidations|liquidation|liquidated|liqs|forced closures|were wiped out|wiped out"
        ),
        (.measure(.openInterest), "open interest"),
        (.measure(.dominance), "dominance|market share"),
        (.measure(.funding), "funding rate|funding rates|funding"),
        (
            .measure(.flows),
            "inflows|outflows|net inflows|net outflows|inflow|outflow|net inflow|net outflow"
        ),
        (.measure(.valueLocked), "total value locked|tvl|value locked"),
        (
            .market,
            """
            crypto market|cryptocurrency market|crypto markets|cryptocurrency markets|digital asset\
             market|digital-asset market|total market|overall market|broader market|global crypto\
             market|crypto|cryptocurrencies|all cryptocurrencies|the market|digital assets|total crypto\
             market|total cryptocurrency market|overall crypto market|global cryptocurrency\
             market|crypto total market|cryptos
            """
        ),
        (
            .indicator(.simpleMovingAverage),
            """
            sma|simple moving average|simple moving average (sma)|moving average|ma|moving average\
             (sma)|moving average (ma)|smas
            """
        ),
        (
            .indicator(.exponentialMovingAverage),
            "ema|exponential moving average|exponential moving average (ema)"
        ),
        (
            .indicator(.relativeStrengthIndex),
            "rsi|relative strength index|relative strength index (rsi)"
        ),
        (.indicator(.convergenceDivergence), "macd"),
        (
            .indicator(.fearAndGreed),
            "fear and greed index|fear & greed index|fear and greed|fear & greed"
        ),
        (.period, "period|bar|candle"), (.side(.long), "long|longs|long positions"),
        (.side(.short), "short|shorts|short positions|short sellers"),
        (.positions, "positions|position|bets|trades|traders"),
        (.pronoun, "it|its|they|their|them"),
        (
            .tokenPronoun,
            "the token|the coin|the altcoin|the memecoin"
        ),
        (.indexPronoun, "the index|the benchmark"), (.sectorPronoun, "the sector|the category"),
        (.article, "the|a|an|this|that|these|those"),
    ]

    private static let levels: [Row] = [
        (.support, "support|floor|support level|support zone|support trendline"),
        (.resistance, "resistance|ceiling|resistance level|resistance zone|overhead resistance"),
        (
            .loses,
            "lose|broke below|breaks below|break below|breaking below|broken below|gave way|breached"
        ),
        (
            .breaks,
            """
            broke above|breaks above|break above|breaking above|broken above|reclaimed|reclaims\
            |reclaiming|broke through|cleared|clears|flipped|reclaim|broke|surpassed
            """
        ),
        (.holds, "held|holds|holding|hold|defended|defends|bounced off|bounced from|holding above"),
        (.rejects, "rejected|rejection|failed to break|was turned away|stalled|capped|struggles"),
        (.level, "psychological level|psychological|level|levels|mark|threshold|handle"),
        (
            .rank(.down),
            """
            led the losses|led losses|led the declines|led the decline|leading the losses|led the\
             drop|led the sell-off|led the fall|worst performer|worst performers|biggest loser|biggest\
             losers|top loser|top losers|steepest decline|steepest drop|biggest decline|biggest\
             drop|largest drop|largest decline|largest loss|hardest hit|hit hardest|hit the hardest|worst-performing|fell the\
             most|lost the most|dropped the most|leads the losses|heaviest loser|heaviest\
             losses|the laggard|led losers|led the losers
            """
        ),
        (
            .rank(.up),
            """
            led the gains|led gains|led the advance|led the rally|leading the gains|best\
             performer|best performers|biggest gainer|biggest gainers|top gainer|top gainers|biggest\
             gain|largest gain|best-performing|gained the most|rose the most|leads the gains|led\
             gainers|led the gainers|biggest jump
            """
        ),
        (
            .scope,
            "among|of the top|in the top|top 10|top-10|top ten|majors|large caps|large-cap|blue chips|one of the|some of the"
        ),
        (.followedBy, "followed by|ahead of|trailed by"),
        (.follows, "followed|followed suit|came next|were next|was next"),
        (.single, "single|largest single|biggest single|one trader|one order|a single"),
        (.respectively, "respectively"),
        (
            .outperforms,
            "outperformed|outperforms|outperforming|outpacing|outstripped|beating|beat|outpaced|did better than|fared better than"
        ),
        (
            .underperforms,
            "underperformed|underperforms|underperforming|lagging|trailing|lagged|lagged behind|trailed|did worse than|fared worse than"
        ),
        (
            .share,
            "of the total|of total|accounted for|accounts for|made up|make up|accounting for|making up"
        ),
        (.total, "total|totals|a total of|in total|combined|altogether|overall"),
    ]

    private static let joints: [Row] = [
        (.and, "and|&|plus|as well as"),
        (.clauseBreak, "while|whereas|but|although|though|whilst|even as|before|yet"),
        (.which, "which|that|who"),
        (
            .cause,
            """
            because of|because|as|due to|after|following|amid|driven by|triggered by|sparked by|caused\
             by|on the back of|thanks to|fueled by|fuelled by|in response to|on news of|in the wake\
             of|attributed to|owing to|comes after|as a result of|spurred by|prompted by|spooked by
            """
        ),
        (
            .effect,
            "led to|triggered|caused|sparked|resulted in|sent|pushed|prompted|fueled|weighed on|drove|dragged"
        ),
        (.negation, "not|no|didn't|did not|hasn't|has not|never|isn't|wasn't|without|neither|nor"),
        (
            .forecast,
            """
            could|may|might|would|will|likely|expects|expected|expect|forecast|forecasts|predicts\
            |predicted|target|targets|potential|potentially|should|eyes|eyeing|predict
            """
        ),
        (.conditional, "if|should it|unless|a break|a close|in case"),
        (
            .says,
            "said|says|told|wrote|noted|argued|added that|commented|tweeted|posted|stated|warned|believes|believe|thinks"
        ),
        (
            .accordingTo,
            "according to|as per|per data from|data from|per|citing|data by|figures from"
        ),
        (
            .eventVerb,
            """
            released|launched|unveiled|announced|published|approved|listed|was released|delisted|halved\
            |went live|signed|inaugurated|debuted|filed|upgraded|hacked
            """
        ),
        (
            .defines,
            "which measures|which tracks|which represents|which is|is defined as|refers to|stands for|measures|is the name for|short for"
        ),
        (
            .definitionHead,
            """
            combined value|total value|sum of|aggregate value|a momentum indicator|a momentum oscillator|momentum indicator\
             |momentum oscillator|an oscillator
            """
        ),
    ]

    private static let times: [Row] = [
        (
            .windowLead,
            """
            in the last|in the past|over the last|over the past|during the last|during the past|for\
             the last|for the past|within the last|within the past|in the previous|over the previous\
            |in|over|the last|the past|the previous|last|past|within|during|on the
            """
        ),
        (.timeUnit(.minute), "minutes|minute|min"), (.timeUnit(.hour), "hours|hour|h|hr|hrs"),
        (.timeUnit(.day), "days|day|d"), (.timeUnit(.week), "weeks|week|w"),
        (.timeUnit(.month), "months|month"), (.timeUnit(.year), "years|year"), (.since, "since"),
        (.relativeDay(0), "today|today's|so far today|on the day|intraday"),
        (.relativeDay(-1), "yesterday|overnight"),
        (
            .window(.trailing(.day)),
            "daily|in a day|day-over-day|in a single day|the last day|the past day|over the past day|in the past day|over the last day|in the last day"
        ),
        (
            .window(.trailing(.days(7))),
            "weekly|this week|on the week|in a week|the past week|over the past week|in the past week|over the last week|in the last week|week-over-week"
        ),
        (
            .window(.trailing(.days(30))),
            "monthly|this month|in a month|the past month|over the past month|in the past month|over the last month|in the last month"
        ),
        (
            .window(.trailing(.hour)),
            "hourly|in an hour|in the past hour|over the past hour|in the last hour|within an hour|over the last hour"
        ),
        (.weekday(1), "monday|mon"), (.weekday(2), "tuesday|tue|tues"),
        (.weekday(3), "wednesday|wed"),
        (.weekday(4), "thursday|thu|thurs"), (.weekday(5), "friday|fri"),
        (.weekday(6), "saturday|sat"), (.weekday(7), "sunday|sun"),
    ]
}

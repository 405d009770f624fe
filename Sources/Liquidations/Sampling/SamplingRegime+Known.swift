internal import Market

extension SamplingRegime {
    /// The regimes known, by venue and time; each says what it rests on. A venue that is not here is one
    /// whose rule nobody told us, and its totals can only be called partial.
    package static let known: [SamplingRegime] = [
        SamplingRegime(
            "binance", .latestPerSecond, until: "2026-04-10", clock: .sinceEachOrder,
            """
            Binance USD-M futures, Liquidation Order Streams: the latest order of each symbol within 1000 ms. \
            Where the second begins is not said. Tapes that collectors made public, of August 2024 to December \
            2025, show an order at once and none of its symbol for the second after it.
            """),
        SamplingRegime(
            "binance", .largestPerSecond, from: "2026-04-10",
            """
            Binance derivatives change log, 10 April 2026: the largest order within 1000 ms. Whether the feed \
            changed on that day or only its description is not said; a tape of it may show that it did not.
            """),
        SamplingRegime(
            "bitfinex", .partial,
            """
            Bitfinex API v2, status channel, liq:global: a liquidation feed of all pairs; nothing is said of \
            how complete it is.
            """),
        SamplingRegime(
            "bitget", .partial,
            "A redistributor calls the liquidation feed throttled; the venue's own rule was not found."
        ),
        SamplingRegime(
            "bitmex", .partial,
            """
            BitMEX WebSocket, table liquidation: orders as they enter the book, with the quantity left and no \
            fills; takeovers and deleveragings are not in it, and completeness is not said.
            """),
        SamplingRegime(
            "bybit", .latestPerSecond, until: "2025-02-20",
            "Bybit v5, Liquidation: at most one order a second and symbol; deprecated since."),
        SamplingRegime(
            "bybit", .full, from: "2025-02-20",
            """
            Bybit v5 change log, 20 February 2025, All Liquidation: every order, in batches of 500 ms; the \
            price is the bankruptcy price.
            """),
        SamplingRegime(
            "deribit", .full,
            """
            Deribit API v2, trades: each trade with a liquidated party carries the flag M, T or MT. How long \
            flagged trades are kept is not said.
            """),
        SamplingRegime(
            "gate", .full,
            """
            Gate API v4, contract_stats: liquidated size and dollars by side and bar, declared by the venue; \
            how far back it reaches is not said.
            """),
        SamplingRegime(
            "hyperliquid", .unpublished,
            """
            Hyperliquid API: no public feed of all liquidations; the fills of each account carry a flag, and \
            the chain holds them all.
            """),
        SamplingRegime(
            "kraken", .full,
            """
            Kraken Futures, public executions: each execution with the type of its order. Which types mean \
            liquidation is not documented; read by one author back to March 2022.
            """),
        SamplingRegime(
            "okx", .partial,
            """
            OKX v5, liquidation-orders channel: not the total number of liquidations. Older text and K33 say \
            at most one a contract and second; which one, and since when, is not said.
            """),
    ]
}

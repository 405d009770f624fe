internal import ArgumentParser
internal import Downdraft
internal import Market
internal import Narrative

/// `downdraft margin`: at which price a position is liquidated.
struct MarginCommand: ReportingCommand {
    enum Side: String, CaseIterable, ExpressibleByArgument {
        case long, short
    }

    static let configuration = CommandConfiguration(
        commandName: "margin",
        abstract: "Find the price at which a leveraged position is liquidated, line by line.",
        discussion: """
            The rules are those of the venue at that time, as far as they are known:

              downdraft margin binance-usdt-m BTC --size 0.5 --entry 102000 --leverage 20
              downdraft margin bybit-linear ETH --side short --size 10 --entry 3300 \\
                --collateral 4000 --mark 3200 --at 2025-01-27T12:00Z

            Without --mark the store's last price of the asset is taken.
            """)

    @Argument(help: "The venue, such as binance-usdt-m; a wrong one lists them all.")
    var venue: String

    @Argument(help: "What the contract is on, such as BTC.")
    var asset: String

    @Option(help: "Whether it gains when the price rises or falls.")
    var side = Side.long

    @Option(help: "Coins of a linear contract, quote currency of an inverse one.")
    var size: Double

    @Option(help: "The average price it was opened at.")
    var entry: Double

    @Option(help: "Its value at entry over the margin behind it.")
    var leverage: Double?

    @Option(help: "The margin behind it, in the settlement currency, instead of a leverage.")
    var collateral: Double?

    @Option(help: "The price it is marked at.")
    var mark: Double?

    @Option(help: "The money behind it: isolated or cross.")
    var mode: String?

    @Option(help: "A maintenance rate in place of the venue's tiers, as a part of one.")
    var maintenanceRate: Double?

    @Option(help: "A taker's fee rate in place of the venue's, as a part of one.")
    var takerFee: Double?

    @OptionGroup var asked: InstantOptions
    @OptionGroup var written: ReportOptions

    var store: String { asked.storeOption.path }

    func report() throws -> Report {
        let engine = Engine(store: asked.storeOption.path)
        return try engine.margin(try inquiry(), at: try asked.asOf(of: engine))
    }

    private func inquiry() throws -> PositionInquiry {
        let backing: PositionInquiry.Backing
        switch (leverage, collateral) {
        case (let leverage?, nil): backing = .leverage(leverage)
        case (nil, let collateral?): backing = .collateral(collateral)
        default:
            throw Failure(
                status: .usage, message: "give either --leverage or --collateral, and not both")
        }
        return PositionInquiry(
            venue: VenueID(venue), asset: AssetID(asset.uppercased()), isLong: side == .long,
            size: size, entryPrice: entry, markPrice: mark, backing: backing, mode: mode,
            maintenanceRate: maintenanceRate, takerFeeRate: takerFee)
    }
}

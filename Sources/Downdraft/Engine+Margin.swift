internal import Evidence
internal import Margin
public import Market
public import Narrative
internal import Series
internal import Store

extension Engine {
    /// At which price a position is liquidated, and how that follows, line by line.
    ///
    /// The store is opened only where the inquiry names no mark price.
    ///
    /// - Throws: `EngineError.refused` with what is impossible or not known; `StoreError`.
    public func margin(_ inquiry: PositionInquiry, at instant: Timestamp) throws -> Report {
        let question = Question(asOf: instant)
        let marked = try inquiry.markPrice.map { MarkedPrice(price: $0) } ?? mark(inquiry, question)
        let answer: LiquidationAnswer
        do {
            answer = try LiquidationAnswer(
                LiquidationQuestion(inquiry, mark: marked?.price, at: instant))
        } catch let error as MarginError {
            throw EngineError.refused("\(error)")
        }
        var scribe = FactScribe(question)
        scribe.recordMargin(answer, inquiry, marked: marked)
        let subject = Subject.position(inquiry)
        return narrated(scribe.book, question, marked?.all ?? []) {
            $0.marginReport(of: subject, sources: $1)
        }
    }

    /// The last price of an asset in the store.
    private func mark(_ inquiry: PositionInquiry, _ question: Question) throws -> MarkedPrice? {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let inputs = try ChartInputs(.asset(inquiry.asset), question, from: snapshot)
        let chart = ChartState(
            daily: CandleSeries(interval: .day, candles: inputs.daily.rows),
            hourly: CandleSeries(interval: .hour, candles: inputs.hourly.rows),
            asOf: question.asOf)
        return chart.last.map {
            MarkedPrice(
                price: $0.close, at: $0.closeTime,
                sources: inputs.hourly.sources + inputs.daily.sources, all: inputs.sources)
        }
    }
}

/// A mark price, and where it came from.
struct MarkedPrice {
    let price: Double
    /// When it was so; `nil` where the inquiry gave it.
    var at: Timestamp?
    var sources: Provenance = []
    var all: [Source] = []
}

extension LiquidationQuestion {
    fileprivate init(
        _ inquiry: PositionInquiry, mark: Double?, at instant: Timestamp
    ) throws {
        let mode = try inquiry.mode.map { word throws in
            guard let mode = MarginConventions.CollateralMode(rawValue: word) else {
                throw EngineError.refused(
                    "no margin mode is called \(word); write isolated or cross")
            }
            return mode
        }
        let backing: Backing =
            switch inquiry.backing {
            case .leverage(let leverage): .leverage(leverage)
            case .collateral(let amount): .collateral(amount)
            }
        self.init(
            venue: inquiry.venue, asset: inquiry.asset, side: inquiry.isLong ? .long : .short,
            size: inquiry.size, entryPrice: inquiry.entryPrice, markPrice: mark,
            backing: backing, mode: mode, maintenanceRate: inquiry.maintenanceRate,
            takerFeeRate: inquiry.takerFeeRate, at: instant)
    }
}

extension Subject {
    /// A position at a venue.
    static func position(_ inquiry: PositionInquiry) -> Subject {
        Subject("position:\(inquiry.venue)/asset:\(inquiry.asset)")
    }
}

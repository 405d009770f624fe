internal import Market
internal import Store

/// What a file of one kind looks like: the normative columns of `downdraft.case/1` with their rules.
struct RowFormat {
    /// The columns in the order of the header, which is also that of `RowKind.columns`.
    let columns: [(name: String, rule: FieldRule)]
    /// What must hold within a row.
    let rules: [RowRule]

    /// The format of a kind.
    init(_ kind: RowKind) {
        columns = zip(kind.columns, Self.fields(kind)).map { ($0, $1) }
        rules = Self.rules(kind)
    }

    private static func fields(_ kind: RowKind) -> [FieldRule] {
        let classes = Asset.Class.allCases.map(\.rawValue)
        let margins = OpenInterestBar.Margin.allCases.map(\.rawValue)
        return switch kind {
        case .assets: [.name, .name, .word(classes), .time]
        case .instruments: [.name, .name, .name, .positive, .name, .time]
        case .bars:
            [
                .name, .interval, .time, .time, .positive, .positive, .positive, .positive,
                .optionalAmount,
            ]
        case .supplies: [.name, .time, .time, .count(from: 1), .amount, .amount, .amount]
        case .liquidations, .depth: [.name, .name, .interval, .time, .time, .amount, .amount]
        case .liquidationEvents:
            [
                .name, .name, .name, .time, .time, .word(["liquidation", "adl", "insurance"]),
                .optionalWord(PositionSide.allCases.map(\.rawValue)), .optionalAmount,
                .optionalAmount, .optionalAmount, .optionalAmount,
                .word(["coins", "usd", "quanto"]), .optionalAmount, .optionalAmount, .text,
                .count(from: 0),
            ]
        case .openInterest:
            [
                .name, .name, .word(margins), .interval, .time, .time, .word(["coins", "usd"]),
                .amount, .amount, .amount, .amount,
            ]
        case .funding:
            [.name, .name, .interval, .time, .time, .figure, .figure, .figure, .figure]
        case .takerFlow:
            [
                .name, .name, .name, .interval, .time, .time,
                .word(TakerFlowBar.Unit.allCases.map(\.rawValue)), .amount, .amount,
            ]
        case .closes: [.name, .day, .time, .figure, .name]
        case .fundFlows: [.name, .day, .time, .figure]
        case .events:
            [
                .name, .word(MarketEvent.Kind.allCases.map(\.rawValue)), .name, .time,
                .optionalTime, .name, .time, .name,
            ]
        case .headlines: [.name, .time, .time, .word(["en", "zh"]), .name, .text]
        case .sectors: [.name, .name, .name, .optionalName, .time, .name]
        case .themes: [.name, .name, .word(["en", "zh"]), .optionalName, .time, .name]
        case .tickers:
            [
                .name, .name, .word(AssetTicker.Kind.allCases.map(\.rawValue)), .optionalTime,
                .optionalTime, .positive, .optionalName, .time, .name,
            ]
        case .published:
            [
                .name, .name, .name, .figure, .figure, .figure, .name, .time, .count(from: 0),
                .name, .text,
            ]
        }
    }

    private static func rules(_ kind: RowKind) -> [RowRule] {
        switch kind {
        case .assets, .instruments, .sectors, .themes: []
        case .bars:
            [
                .knownAtClose(open: 2, interval: 1, known: 3),
                .ordered(low: 6, within: [4, 7], high: 5),
            ]
        case .supplies: [.knownAfter(event: 1, known: 2)]
        case .liquidations, .depth: [.knownAtClose(open: 3, interval: 2, known: 4)]
        case .liquidationEvents:
            [.knownAfter(event: 3, known: 4), .paysInAThirdAsset(unit: 11, price: 13)]
        case .openInterest:
            [
                .knownAtClose(open: 4, interval: 3, known: 5),
                .ordered(low: 9, within: [7, 10], high: 8),
                .unitOfMargin(margin: 2, unit: 6),
            ]
        case .funding:
            [
                .knownAtClose(open: 3, interval: 2, known: 4),
                .ordered(low: 7, within: [5, 8], high: 6),
            ]
        case .takerFlow: [.knownAtClose(open: 4, interval: 3, known: 5)]
        case .closes, .fundFlows: [.knownOnDay(day: 1, known: 2)]
        case .events:
            [.startsBeforeItEnds(from: 3, until: 4), .announced(kind: 1, start: 3, known: 6)]
        case .headlines: [.knownAfter(event: 1, known: 2)]
        case .tickers:
            [
                .startsBeforeItEnds(from: 3, until: 4),
                .successorOfMerged(asset: 0, kind: 2, into: 6),
            ]
        case .published: [.ordered(low: 4, within: [3], high: 5)]
        }
    }
}

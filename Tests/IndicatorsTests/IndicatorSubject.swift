import Indicators
import Market
import Testing

/// An indicator as the shared tests see it: candles in, rows of numbers out, and what each number
/// promises.
struct IndicatorSubject: Sendable, CustomTestStringConvertible {
    /// The name of the reference file.
    let name: String
    let fields: [FieldPromise]
    /// The settings that properties are tested with.
    let settings: [Setting]
    /// The outputs in one go, a row of fields for each bar.
    let batch: @Sendable ([Double], [Candle]) -> [[Double?]?]
    /// The outputs of one update after another.
    let streamed: @Sendable ([Double], [Candle]) -> [[Double?]?]

    var testDescription: String { name }

    /// The arguments of an indicator.
    struct Setting: Sendable {
        let values: [Double]
        /// How many bars an output looks at; `nil` where memory fades without end.
        let memory: Int?

        init(_ values: Double..., memory: Int? = nil) {
            self.values = values
            self.memory = memory
        }
    }

    init<Kind: Indicator>(
        _ name: String, settings: [Setting],
        fields: [Field<Kind.Output>],
        input: @escaping @Sendable (Candle) -> Kind.Input,
        make: @escaping @Sendable ([Double]) -> Kind
    ) {
        self.name = name
        self.settings = settings
        self.fields = fields.map(\.promise)
        let values = fields.map(\.value)
        batch = { setting, candles in
            make(setting).outputs(for: candles.map(input))
                .map { output in output.map { output in values.map { $0(output) } } }
        }
        streamed = { setting, candles in
            var indicator = make(setting)
            var rows: [[Double?]?] = []
            for candle in candles {
                let output = indicator.update(input(candle))
                rows.append(output.map { output in values.map { $0(output) } })
            }
            return rows
        }
    }
}

/// One number of an output, and what it promises.
struct Field<Output>: Sendable {
    let promise: FieldPromise
    let value: @Sendable (Output) -> Double?

    init(_ promise: FieldPromise, _ value: @escaping @Sendable (Output) -> Double?) {
        self.promise = promise
        self.value = value
    }
}

/// What one number of an output does when the market is scaled, shifted, still, or turns.
struct FieldPromise: Sendable {
    let name: String
    /// The power of the price, 0 or 1, that the number is in proportion to; and of the volume.
    var priceDegree = 1
    var volumeDegree = 0
    var shift = Shift.moves
    var bounds = Bounds.none
    /// The number after bars that all stand at 42 with a volume of 7.
    var flat: Double?
    /// Where the number goes when the last bar of a rise is a fall instead.
    var turn = Turn.falls

    /// What adding a constant to every price does.
    enum Shift { case moves, stays, changes }
    enum Turn { case falls, rises, stays }
    enum Bounds {
        case none
        case within(ClosedRange<Double>)
        /// Between the lowest low and the highest high so far.
        case prices
    }

    /// A price within those so far: scales and moves with the market.
    static func price(
        _ name: String, bounds: Bounds = .prices, turn: Turn = .falls
    ) -> FieldPromise {
        FieldPromise(name: name, bounds: bounds, flat: 42, turn: turn)
    }

    /// A distance between prices: scales with the market, does not move with it.
    static func distance(_ name: String, turn: Turn = .falls) -> FieldPromise {
        FieldPromise(name: name, shift: .stays, flat: 0, turn: turn)
    }

    /// A number without a unit, which neither scale nor shift of the market moves.
    static func score(
        _ name: String, _ bounds: ClosedRange<Double>? = nil, flat: Double?, turn: Turn = .falls
    ) -> FieldPromise {
        FieldPromise(
            name: name, priceDegree: 0, shift: .stays,
            bounds: bounds.map { .within($0) } ?? .none, flat: flat, turn: turn)
    }
}

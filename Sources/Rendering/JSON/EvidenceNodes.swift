import Evidence
import Market

/// Facts and runs of values as JSON.
enum EvidenceNodes {
    /// A fact with everything that vouches for it.
    static func node(_ fact: Fact, _ receipts: ReceiptBook? = nil) -> JSONNode {
        let held = receipts?.inputs(of: fact.provenance)
        return .object([
            ("id", .string(fact.id)), ("measure", .string(fact.measure.text)),
            ("subject", .string(fact.subject.text)), ("value", value(fact.value)),
            ("unit", .string(fact.unit.rawValue)), ("low", .optional(fact.low)),
            ("high", .optional(fact.high)), ("asOf", .string(fact.asOf.description)),
            ("observedAt", .optional(fact.observedAt?.description)),
            ("method", .string(fact.method.description)),
            ("sources", .strings(fact.sources.map(\.text))),
            ("standing", .string(fact.standing.rawValue)),
            ("inputs", .strings(held?.map(\.id) ?? [])),
            ("receipt", .optional(held.map { ReceiptBook.name(of: fact, from: $0) })),
        ])
    }

    /// A run of values.
    static func node(_ series: SeriesFact, _ receipts: ReceiptBook? = nil) -> JSONNode {
        .object([
            ("id", .string(series.id)), ("measure", .string(series.measure.text)),
            ("subject", .string(series.subject.text)),
            ("times", .strings(series.times.map(\.description))),
            ("columns", .array(series.columns.map(node))),
            ("interval", .string(series.interval.description)),
            ("asOf", .string(series.asOf.description)),
            ("method", .string(series.method.description)),
            ("sources", .strings(series.sources.map(\.text))),
            ("standing", .string(series.standing.rawValue)),
            ("inputs", inputs(series.provenance, receipts)),
        ])
    }

    /// A curve.
    static func node(_ curve: CurveFact, _ receipts: ReceiptBook? = nil) -> JSONNode {
        .object([
            ("id", .string(curve.id)), ("measure", .string(curve.measure.text)),
            ("subject", .string(curve.subject.text)),
            (
                "axis",
                .object([
                    ("name", .string(curve.axis.name)), ("unit", .string(curve.axis.unit.rawValue)),
                    ("values", .array(curve.axis.values.map { .number($0) })),
                ])
            ),
            ("columns", .array(curve.columns.map(node))),
            ("asOf", .string(curve.asOf.description)),
            ("method", .string(curve.method.description)),
            ("sources", .strings(curve.sources.map(\.text))),
            ("standing", .string(curve.standing.rawValue)),
            ("inputs", inputs(curve.provenance, receipts)),
        ])
    }

    /// Rows as they were.
    static func node(_ input: RowsDigest) -> JSONNode {
        .object([
            ("id", .string(input.id)), ("rows", .string(input.text)),
            ("count", .number(Double(input.count))), ("sha256", .string(input.sha256)),
            (
                "files",
                .array(
                    input.files.map { file in
                        .object([
                            ("name", .string(file.name)), ("sha256", .string(file.sha256)),
                            ("source", .string(file.source.text)),
                        ])
                    })
            ),
        ])
    }

    private static func inputs(_ provenance: Provenance, _ receipts: ReceiptBook?) -> JSONNode {
        .strings(receipts?.inputs(of: provenance).map(\.id) ?? [])
    }

    private static func node(_ column: SeriesFact.Column) -> JSONNode {
        .object([
            ("name", .string(column.name)), ("unit", .string(column.unit.rawValue)),
            ("values", .array(column.values.map { .optional($0) })),
        ])
    }

    private static func value(_ value: Fact.Value) -> JSONNode {
        switch value {
        case .number(let number): .number(number)
        case .instant(let instant): .string(instant.description)
        case .day(let day): .string(day.description)
        case .text(let text): .string(text)
        case .none: .null
        }
    }
}

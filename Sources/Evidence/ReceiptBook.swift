internal import Digests
public import Market

/// The receipts of a report: for each fact the rows it was made from, as they were.
public struct ReceiptBook: Sendable {
    private let digests: [RowSelection: RowsDigest]

    /// A book of what the selections of some facts held.
    public init(_ digests: some Sequence<RowsDigest>) {
        self.digests = Dictionary(
            digests.map { ($0.rows, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every selection with what it held, in the order of the selections.
    public var inputs: [RowsDigest] { digests.values.sorted() }

    /// What the selections held that something was made from, in their order.
    public func inputs(of provenance: Provenance) -> [RowsDigest] {
        provenance.rows.compactMap { digests[$0] }
    }

    /// The name of a fact's receipt: a digest of the fact, of its method and of every row it was made from.
    ///
    /// It changes where any of them does, and only there.
    public func name(of fact: Fact) -> String {
        Self.name(of: fact, from: inputs(of: fact.provenance))
    }

    /// The name of the receipt of a fact, of which is known what its selections held.
    public static func name(of fact: Fact, from inputs: [RowsDigest]) -> String {
        ContentDigest(
            ofFields: [fact.id, fact.method.description] + inputs.flatMap { [$0.text, $0.sha256] }
        ).hexadecimal
    }
}

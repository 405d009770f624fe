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
    public var inputs: [RowsDigest] {
        digests.values.sorted { $0.rows < $1.rows }
    }

    /// What the selections held that something was made from, in their order.
    public func inputs(of provenance: Provenance) -> [RowsDigest] {
        provenance.rows.compactMap { digests[$0] }
    }

    /// The name of a fact's receipt: a digest of the fact, of its method and of every row it was made from.
    ///
    /// It changes where any of them does, and only there.
    public func name(of fact: Fact) -> String {
        ContentDigest(
            ofFields: [fact.id, fact.method.description]
                + inputs(of: fact.provenance).flatMap { [$0.rows.description, $0.sha256] }
        ).hexadecimal
    }
}

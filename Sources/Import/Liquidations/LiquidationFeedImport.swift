internal import Digests
internal import Feeds
internal import Market
internal import Store

/// Brings liquidations from the recorded messages of a venue's feed into a store, one by one.
///
/// A file is stored whole or not at all. A liquidation that the store has from the same source is left alone, so
/// that a file imported twice, or a recording that overlaps another, adds nothing twice. What a contract is is
/// stored as far as the venue's symbol tells it; of an unknown size none is guessed.
package struct LiquidationFeedImport: Sendable {
    /// The venues whose messages are read.
    package static let venues = LiquidationFeed.allCases.map(\.rawValue)

    private let feed: LiquidationFeed
    private let source: NewsSource

    /// An import of one venue's messages from one source.
    ///
    /// - Throws: `.badValue` for a venue that is none of `venues`, or a name that no source can have.
    package init(venue: String, source: NewsSource) throws(ImportError) {
        guard let feed = LiquidationFeed(rawValue: venue) else {
            throw ImportError(
                .badValue, file: "--venue",
                what: "no messages of \"\(Printable.line(venue))\" are read",
                remedy: "take one of \(Self.venues.joined(separator: ", "))")
        }
        let isName =
            (1...64).contains(source.name.utf8.count)
            && source.name.utf8.allSatisfy {
                (48...57).contains($0) || (97...122).contains($0 | 0x20) || $0 == 45 || $0 == 46
            }
        guard isName else {
            throw ImportError(
                .badValue, file: "--source", what: "\"\(Printable.line(source.name))\" is no name",
                remedy: "take up to 64 letters, digits, hyphens and points")
        }
        self.feed = feed
        self.source = source
    }

    /// Imports one file.
    ///
    /// - Throws: `.emptyFile`, `.corrupt`, `.tooLarge` where the bytes are nothing that can be read; `.conflict`
    ///   for the name of another source, or a liquidation that the store has with other values; `.store`.
    package func run(_ file: NewsFile, store path: String) throws(ImportError)
        -> LiquidationFeedReport
    {
        let content = try file.content()
        do {
            let reading = try LiquidationFeedReader(feed).read(content)
            let writer = try StoreWriter.open(path: path)
            let latest = try StoreReader.open(path: path)
                .snapshot(asOf: Timestamp(microseconds: .max))
            if let row = try declaration(among: latest.sources(), file: file.name) {
                try writer.declare([row])
            }
            let imported = ImportedFile(
                name: "liquidations/\(source.name)/\(file.shortName)",
                sha256: ContentDigest(of: file.bytes).hexadecimal, kind: .liquidationEvents,
                source: SourceID(source.name), rows: reading.orders.count)
            let rows = try writer.transaction(importing: imported) { store throws(StoreError) in
                for order in reading.orders { try store.append(Self.row(of: order)[...]) }
            }
            try writer.close()
            return report(file, reading, added: rows.inserted)
        } catch let error as FeedError {
            throw ImportError(error, file: file.name)
        } catch let error as StoreError {
            throw ImportError(error, file: file.name)
        } catch let error as ImportError {
            throw error
        } catch {
            throw ImportError(.corrupt, file: file.name, what: "\(error)", remedy: "try again")
        }
    }

    /// What tells sources of recordings from those of cases and stories.
    static let note =
        "Brought in by the user of this store: a venue's liquidation messages as they were recorded."

    /// The source to be made known; `nil` where the store has it.
    private func declaration(
        among stored: [Source], file: String
    ) throws(ImportError) -> Source? {
        guard let before = stored.first(where: { $0.id.text == source.name }) else {
            return Source(
                id: SourceID(source.name), title: source.title ?? source.name,
                publisher: source.publisher ?? feed.rawValue, repository: "", commit: "",
                licence: source.licence ?? "none stated", note: Self.note)
        }
        guard before.note == Self.note else {
            throw ImportError(
                .conflict, file: file,
                what: "the source \(source.name) stands for rows of another kind",
                remedy: "give another --source")
        }
        return nil
    }

    /// The values of a row, in the order of `RowKind.liquidationEvents.columns`.
    private static func row(of order: ForcedOrder) -> [StoreValue] {
        let event = order.event
        func figure(_ value: Double?) -> StoreValue { value.map { .real($0) } ?? .null }
        let (unit, size, dollars): (String, Double?, Double?) =
            switch event.contract {
            case .linear(let coins): ("coins", coins, nil)
            case .inverse(let dollars): ("usd", dollars, nil)
            case .quanto(let units, let dollars): ("quanto", units, dollars)
            // The unit of nothing is nothing: without a size it is not read.
            case nil: ("coins", nil, nil)
            }
        return [
            .text(event.venue.text), .text(event.asset.text), .text(event.instrument.text),
            .integer(event.time.microseconds), .integer(order.known.microseconds),
            .text("liquidation"), event.closed.map { .text($0.rawValue) } ?? .null,
            figure(event.orderPrice), figure(event.averagePrice), figure(event.orderedQuantity),
            figure(event.filledQuantity), .text(unit), figure(size), figure(dollars),
            .text(order.name), .integer(Int64(order.number)),
        ]
    }

    private func report(
        _ file: NewsFile, _ reading: LiquidationFeedReading, added: Int
    ) -> LiquidationFeedReport {
        LiquidationFeedReport(
            file: Printable.line(file.name), venue: feed.venue,
            liquidations: reading.orders.count, added: added, withoutSize: reading.withoutSize,
            others: reading.others,
            faults: LiquidationFeedReading.Fault.allCases.compactMap { fault in
                reading.faults[fault].map {
                    LiquidationFeedReport.Fault(
                        what: fault.rawValue, count: $0, firstLine: reading.firstLines[fault] ?? 1)
                }
            },
            isCut: reading.faults[.truncated] != nil || reading.faults[.tooMany] != nil)
    }
}

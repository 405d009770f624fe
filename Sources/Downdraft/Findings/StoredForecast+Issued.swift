#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Catalysts
internal import Digests
internal import Market
internal import Outlook
internal import Store

extension StoredForecast {
    /// A statement as it goes into the store, with the moment at which it is written down in its body too.
    init(_ statement: IssuedStatement) throws {
        let body: Data
        switch statement {
        case .forecast(let forecast): body = try Self.encoder.encode(forecast)
        case .cause(let claim): body = try Self.encoder.encode(claim)
        }
        self.init(
            id: statement.id, subject: statement.subject, asOf: statement.asOf,
            issued: statement.issued, due: statement.due,
            body: String(decoding: body, as: UTF8.self))
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    /// The statement as it came out of the store; `nil` where somebody has changed it. The row says when it was
    /// written down: bodies of version 0.1 repeat their as-of instead.
    var statement: IssuedStatement? {
        let bytes = Data(body.utf8)
        let decoder = JSONDecoder()
        let found: IssuedStatement?
        if let claim = try? decoder.decode(CauseClaim.self, from: bytes) {
            found = .cause(claim.issued(at: issued.microseconds))
        } else {
            found = (try? decoder.decode(IssuedForecast.self, from: bytes))
                .map { .forecast($0.issued(at: issued.microseconds)) }
        }
        return found.flatMap { $0.id == id ? $0 : nil }
    }
}

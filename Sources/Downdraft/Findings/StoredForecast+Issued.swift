#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Market
internal import Outlook
internal import Store

extension StoredForecast {
    /// A forecast as it goes into the store.
    init(_ forecast: IssuedForecast, at instant: Timestamp) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(forecast)
        self.init(
            id: forecast.id, subject: forecast.event.subject,
            asOf: Timestamp(microseconds: forecast.asOf),
            issued: max(instant, Timestamp(microseconds: forecast.asOf)),
            due: Timestamp(microseconds: forecast.event.end),
            body: String(decoding: body, as: UTF8.self))
    }

    /// The forecast as it came out of the store; `nil` where somebody has changed it.
    var forecast: IssuedForecast? {
        let decoded = try? JSONDecoder().decode(IssuedForecast.self, from: Data(body.utf8))
        return decoded.flatMap { $0.id == id ? $0 : nil }
    }
}

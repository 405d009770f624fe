internal import Catalysts
internal import Digests
internal import Market
internal import Outlook

/// Whatever is written down when it is said and judged when it comes due: scenarios and levels with their
/// probabilities, and causes with their verdicts.
enum IssuedStatement {
    /// An event that bars decide, with how likely it is.
    case forecast(IssuedForecast)
    /// What was said of a candidate cause.
    case cause(CauseClaim)

    /// Its name: the digest of what it says.
    var id: String {
        switch self {
        case .forecast(let forecast): forecast.id
        case .cause(let claim): claim.id
        }
    }

    /// The same, written down at another moment; at its as-of where that is later.
    func issued(at instant: Timestamp) -> IssuedStatement {
        switch self {
        case .forecast(let forecast): .forecast(forecast.issued(at: instant.microseconds))
        case .cause(let claim): .cause(claim.issued(at: instant.microseconds))
        }
    }

    /// The series whose bars decide; of a cause the market.
    var subject: String {
        switch self {
        case .forecast(let forecast): forecast.event.subject
        case .cause: SeriesID.total.text
        }
    }

    /// The latest moment whose rows it could know.
    var asOf: Timestamp {
        switch self {
        case .forecast(let forecast): Timestamp(microseconds: forecast.asOf)
        case .cause(let claim): Timestamp(microseconds: claim.asOf)
        }
    }

    /// When it was written down.
    var issued: Timestamp {
        switch self {
        case .forecast(let forecast): Timestamp(microseconds: forecast.issuedAt)
        case .cause(let claim): Timestamp(microseconds: claim.issuedAt)
        }
    }

    /// When it comes due.
    var due: Timestamp {
        switch self {
        case .forecast(let forecast): Timestamp(microseconds: forecast.event.end)
        case .cause(let claim): Timestamp(microseconds: claim.due)
        }
    }
}

extension IssuedForecast {
    /// The name of the forecast: the digest of what it says.
    var id: String { ContentDigest(of: canonicalText).short }
}

extension CauseClaim {
    /// The name of the claim: the digest of what it says.
    var id: String { ContentDigest(of: canonicalText).short }
}

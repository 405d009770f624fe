@testable import Claims

/// Any bytes as an article, the first byte naming its format: claims that lie within the text, figures
/// that are numbers, and a finding for each.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let first = input.first else { return 0 }
    let formats = ArticleText.Format.allCases
    let text = ArticleText(Array(input.dropFirst()), format: formats[Int(first) % formats.count])
    let extraction = grammar.extraction(of: text)
    for claim in extraction.claims {
        precondition(text.scalars.indices.contains(claim.span.lowerBound), "a claim lies outside")
        precondition(claim.span.upperBound <= text.scalars.count, "a claim lies outside")
        for figure in claim.figures {
            precondition(figure.figure.value.isFinite, "a figure is not a number")
            precondition(figure.figure.place > 0, "a figure has no place")
        }
    }
    let findings = InternalCheck(extraction).findings
    precondition(findings.map(\.claim) == Array(findings.indices), "a claim has no finding")
    return 0
}

private let grammar = ClaimGrammar(
    Vocabulary(
        rows: [
            VocabularyRow(kind: .asset, id: "BTC", name: "bitcoin"),
            VocabularyRow(kind: .asset, id: "BTC", name: "BTC", isTicker: true),
            VocabularyRow(kind: .asset, id: "SOL", name: "Solana"),
            VocabularyRow(kind: .sector, id: "ai", name: "AI tokens"),
            VocabularyRow(kind: .market, id: "TOTAL", name: "TOTAL", isTicker: true),
        ], market: "TOTAL"))

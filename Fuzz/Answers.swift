internal import Evidence
internal import Market
internal import Narrative
@testable import Wording

/// Any bytes as a model's answer, the first byte telling where it is cut: the same words however it is cut, within bounds, and
/// after the fence the same facts as before.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let first = input.first else { return 0 }
    let bytes = Array(input.dropFirst())
    let cut = min(bytes.count, Int(first))
    var whole = AnswerReader(maximumBytes: 1 << 16)
    whole.take(bytes)
    whole.finish()
    var pieces = AnswerReader(maximumBytes: 1 << 16)
    pieces.take(bytes[..<cut])
    pieces.take(bytes[cut...])
    pieces.finish()
    precondition(whole.content == pieces.content && whole.fault == pieces.fault, "a cut matters")
    precondition(whole.content.utf8.count <= AnswerReader.longestLine, "too many words")
    check(ReasoningBlock.removed(from: whole.content))
    check(String(decoding: bytes, as: UTF8.self))
    return 0
}

private func check(_ text: String) {
    let lines = AnswerLines(text, count: 3)
    for line in lines.loose + lines.byLabel.values {
        guard case .success(let worded) = fence.verdict(on: line) else { continue }
        precondition(Set(worded.facts.map(\.id)) == Set(sentence.facts.map(\.id)), "other facts")
    }
}

private func fact(_ measure: Measure, _ value: Double, _ unit: Unit) -> Fact {
    let moment = Timestamp(microseconds: 0)
    return Fact(
        measure, of: Subject("index:TOTAL"), value: .number(value), unit: unit, asOf: moment,
        observedAt: moment, method: Method("fuzz", version: 1), sources: [])
}

private let change = fact("change.24h", -0.0671, .ratio)
private let cap = fact("cap", 3_295_730_996_660, .usd)
private let sentence: Sentence = "The market fell \(change, .magnitude) in a day to \(cap)."
private let fence = Fence(sentence, labels: [change.id: 1, cap.id: 2])

import Import
import Store
import TestSupport
import Testing

/// Seeded mutations of good files: no trap, and no number in the answer that is not one.
@Suite struct RowDecoderFuzzTests {
    private static let splinters = [
        "nan", "inf", "-inf", "1e999", "-1e999", "1e-999", "-0", "99999999999999999999", "\"",
        "\"\"",
        ",", "\n", "\r", "\r\n", "", "\u{0}", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z",
        "2025-01-27T00:00:00+23:59", "3660d", "9223372036854775807", "-9223372036854775808", "é",
    ].map { Array($0.utf8) }

    @Test(arguments: RowKind.allCases)
    func mutatedFilesAreRefusedOrTaken(kind: RowKind) {
        let good = Array(SampleFiles.text(kind).utf8)
        var random = SeededGenerator(seed: 23)
        for _ in 0..<1500 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random) }
            guard let rows = try? RowDecoder.rows(of: bytes, kind: kind, file: "f") else {
                continue
            }
            for case .real(let value) in rows.values where !value.isFinite {
                Issue.record("\(value) came of \(String(decoding: bytes, as: UTF8.self))")
            }
            #expect(rows.values.count == rows.count * kind.columns.count)
        }
    }

    @Test(arguments: RowKind.allCases)
    func everyTruncationIsRefusedOrHasFewerRows(kind: RowKind) throws {
        let good = Array(SampleFiles.text(kind).utf8)
        let whole = try RowDecoder.rows(of: good, kind: kind, file: "f").count
        for size in 0..<good.count - 1 {
            let rows = try? RowDecoder.rows(of: Array(good.prefix(size)), kind: kind, file: "f")
            #expect((rows?.count ?? 0) <= whole)
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 3:
            let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
            bytes.replaceSubrange(place..<end, with: [])
        default: replaceField(&bytes, at: place, &random)
        }
    }

    // Whole fields are what reaches the rules; most random bytes die in the splitter.
    private func replaceField(
        _ bytes: inout [UInt8], at place: Int, _ random: inout SeededGenerator
    ) {
        let separators: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\n")]
        let start = bytes[..<place].lastIndex(where: separators.contains).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(where: separators.contains) ?? bytes.count
        guard start <= end else { return }
        bytes.replaceSubrange(start..<end, with: Self.splinters.randomElement(using: &random) ?? [])
    }
}

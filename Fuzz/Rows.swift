@testable import Import
@testable import Store

/// Any bytes as a file of rows, the first byte naming the kind: rows whose figures are numbers, as
/// many values as columns, or an error that stands on one line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let first = input.first else { return 0 }
    let kind = RowKind.allCases[Int(first) % RowKind.allCases.count]
    do {
        let bytes = Array(input.dropFirst())
        let rows = try RowDecoder.rows(of: bytes, kind: kind, file: "f")
        precondition(rows.values.count == rows.count * kind.columns.count, "a row is short")
        for case .real(let value) in rows.values {
            precondition(value.isFinite, "a figure is not a number")
        }
    } catch {
        precondition(!error.description.contains("\n"), "an error takes several lines")
    }
    return 0
}

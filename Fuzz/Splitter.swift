@testable import Import

/// Any bytes as CSV: fields lie within the bytes, in order, and are text or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var reader = CSVReader(bytes)
    var end = 0
    var line = 0
    while (try? reader.next()) == true {
        precondition(reader.line > line, "a record starts where another did")
        line = reader.line
        for (place, field) in reader.fields.enumerated() {
            precondition(field.range.lowerBound >= end, "fields overlap")
            precondition(field.range.upperBound <= count, "a field ends behind the bytes")
            end = field.range.upperBound
            _ = try? reader.text(place)
        }
    }
    return 0
}

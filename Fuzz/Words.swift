@testable import Import
@testable import Market

/// Any bytes as an instant, a day, a length of time and a number: what is read is written so that
/// it reads back the same, and a number is the one Swift reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let text = String(decoding: bytes, as: UTF8.self)
    if let instant = Timestamp(text) {
        precondition(Timestamp(instant.description) == instant, "an instant changes")
    }
    if let day = CalendarDay(text) {
        precondition(day.description == text, "a day changes")
    }
    if let span = TimeSpan(text) {
        precondition(TimeSpan(span.description) == span, "a length of time changes")
    }
    precondition(
        TimeText.time(bytes, bytes.indices) == Timestamp(text), "the two readers disagree")
    if let number = DecimalText.number(bytes, bytes.indices) {
        precondition(number == Double(text), "a number is not the nearest")
    }
    return 0
}

/// Writes digits and signs one after the other: the other way round than `DigitReader`.
///
/// A report in JSON names tens of thousands of instants; put together from strings they take a tenth of its time.
struct DigitWriter {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    /// A writer onto memory that nothing is in yet.
    private init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// A text of at most so many bytes; what does not fit is left out.
    static func text(capacity: Int, _ write: (inout DigitWriter) -> Void) -> String {
        String(unsafeUninitializedCapacity: capacity) { bytes in
            var writer = DigitWriter(bytes)
            write(&writer)
            return writer.count
        }
    }

    /// Puts a sign or a letter.
    mutating func put(_ sign: Unicode.Scalar) {
        put(byte: UInt8(truncatingIfNeeded: sign.value))
    }

    /// Puts a whole number with zeros before it, at least so many digits wide.
    mutating func put(_ number: Int, width: Int) {
        if number < 0 { put("-") }
        let size = number.magnitude
        var divisor: UInt = 1
        var digits = 1
        while digits < width || size / divisor >= 10 {
            let (next, overflows) = divisor.multipliedReportingOverflow(by: 10)
            if overflows { break }
            divisor = next
            digits += 1
        }
        while divisor > 0 {
            put(byte: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: size / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func put(byte: UInt8) {
        guard count < bytes.count else { return }
        bytes[count] = byte
        count += 1
    }
}

/// Why some bytes are not CSV, and on which line, counted from 1.
package struct CSVError: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// The bytes end within quotes.
        case unterminatedQuote
        /// A quote stands within a field that does not start with one, or behind a closing quote.
        case strayQuote
        /// A carriage return without a line feed behind it.
        case bareCarriageReturn
        /// A field has more bytes than the limit.
        case fieldTooLong
        /// A record has more bytes than the limit.
        case recordTooLong
        /// The bytes of a field are not UTF-8.
        case notUTF8
    }

    /// The line, counted from 1.
    package let line: Int
    /// What is wrong.
    package let problem: Problem
}

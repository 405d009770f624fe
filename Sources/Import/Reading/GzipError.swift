/// Why some bytes are not a gzip file.
package enum GzipError: Error, Hashable, Sendable {
    /// There are no bytes.
    case empty
    /// The bytes end within a member.
    case truncated
    /// The bytes are not gzip from about this offset on, or fail its checksum.
    case corrupt(offset: Int)
    /// The content is larger than the limit, in bytes.
    case tooLarge(limit: Int)
}

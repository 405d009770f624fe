internal import Crypto

/// The SHA-256 of some bytes, as the name that those bytes and no others have.
///
/// Files of a case, definitions of indices and facts are all named this way.
/// Checked against: the vectors of FIPS 180-4, `ContentDigestTests`.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
    /// The 64 hexadecimal digits, in lower case.
    public let hexadecimal: String

    /// Digests bytes. Takes time in proportion to their count.
    public init(of bytes: [UInt8]) {
        hexadecimal = Self.text(SHA256.hash(data: bytes))
    }

    /// Digests the UTF-8 of a text.
    public init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// Digests fields so that moving a character from one to the next changes the digest.
    ///
    /// Each field is preceded by its length in bytes.
    public init(ofFields fields: [String]) {
        self.init(of: fields.map { "\($0.utf8.count):\($0)" }.joined())
    }

    /// The first 12 digits: enough to tell things in one report apart, short enough to print.
    public var short: String { String(hexadecimal.prefix(12)) }

    /// The 64 hexadecimal digits.
    public var description: String { hexadecimal }

    private static func text(_ digest: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let ascii = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: ascii, as: UTF8.self)
    }
}

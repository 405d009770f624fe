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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32 * fields.count)
        for field in fields {
            bytes.append(contentsOf: String(field.utf8.count).utf8)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: field.utf8)
        }
        self.init(of: bytes)
    }

    fileprivate init(_ digest: SHA256Digest) {
        hexadecimal = Self.text(digest)
    }

    /// The first 12 digits: enough to tell things in one report apart, short enough to print.
    public var short: String { String(hexadecimal.prefix(12)) }

    /// The 64 hexadecimal digits.
    public var description: String { hexadecimal }

    fileprivate static func text(_ digest: SHA256Digest) -> String {
        String(unsafeUninitializedCapacity: 2 * SHA256Digest.byteCount) { ascii in
            for (place, byte) in digest.enumerated() {
                ascii[2 * place] = digit(byte >> 4)
                ascii[2 * place + 1] = digit(byte & 15)
            }
            return 2 * SHA256Digest.byteCount
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

/// Digests bytes as they come, in constant memory.
public struct RunningDigest: Sendable {
    private var function = SHA256()

    /// No bytes yet.
    public init() {}

    /// Takes further bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        function.update(bufferPointer: bytes)
    }

    /// Takes a text, preceded by its length in bytes so that no two lists of texts look alike.
    public mutating func add(field text: String) {
        var bytes = Array("\(text.utf8.count):".utf8)
        bytes += text.utf8
        bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
    }

    /// The digest of all the bytes so far.
    public func digest() -> ContentDigest { ContentDigest(function.finalize()) }
}

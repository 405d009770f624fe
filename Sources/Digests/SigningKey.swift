internal import Crypto

/// A key that signs documents: Ed25519 (RFC 8032).
///
/// Its secret is never described, printed or encoded but by `secret`.
/// Checked against: the vectors of RFC 8032, section 7.1, `SigningKeyTests`.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// A new key, from the system's randomness.
    public init() {
        key = Curve25519.Signing.PrivateKey()
    }

    /// A key from its secret, 64 hexadecimal digits with space around them; `nil` for anything else.
    public init?(secret text: String) {
        guard let bytes = Self.bytes(text, count: 32),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// The secret, 64 hexadecimal digits: for the file it is kept in.
    public var secret: String { Self.text(key.rawRepresentation) }

    /// The public key, 64 hexadecimal digits.
    public var publicKey: String { Self.text(key.publicKey.rawRepresentation) }

    /// The signature of a text's UTF-8, 128 hexadecimal digits; `nil` where the system refuses to sign.
    public func signature(of text: String) -> String? {
        (try? key.signature(for: Array(text.utf8))).map(Self.text)
    }

    /// Whether a text was signed with the secret of a public key.
    public static func isSignature(
        _ signature: String, of text: String, by publicKey: String
    ) -> Bool {
        guard let signed = bytes(signature, count: 64), let name = bytes(publicKey, count: 32),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: name)
        else { return false }
        return key.isValidSignature(signed, for: Array(text.utf8))
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private static func bytes(_ text: String, count: Int) -> [UInt8]? {
        let digits = text.filter { !$0.isWhitespace }.map(\.hexDigitValue)
        guard digits.count == 2 * count, !digits.contains(nil) else { return nil }
        let values = digits.compactMap { $0 }
        return (0..<count).map { UInt8(values[2 * $0] << 4 | values[2 * $0 + 1]) }
    }
}

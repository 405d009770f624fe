/// The last member of a JSON document, which vouches for every byte before it, and, where a key was given,
/// says whose document it is.
///
/// The digest is of the bytes up to the comma before the seal. A document that was written anew, even
/// with the same content, is not the one that was sealed.
/// Checked against: `DocumentSealTests`, with digests by coreutils and signatures by OpenSSL.
public struct DocumentSeal: Hashable, Sendable {
    /// What a seal says of the document it stands in.
    public enum State: Hashable, Sendable {
        /// There is no seal.
        case absent
        /// The document is not the one that was sealed.
        case broken
        /// The document is as it was sealed; `key`, by whom, 64 hexadecimal digits, or nobody.
        case intact(key: String?)
    }

    private static let opening = ",\n  \"seal\": {"
    private static let ending = "\n}\n"

    /// A document with its seal: `text`, an object of JSON as our writer ends it.
    ///
    /// - Output: `nil` where the text does not end as an object does.
    public static func sealed(_ text: String, by key: SigningKey? = nil) -> String? {
        guard text.hasSuffix(ending) else { return nil }
        let body = String(text.dropLast(ending.count))
        let digest = ContentDigest(of: body).hexadecimal
        func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
        return body + opening
            + """

                "sha256": "\(digest)",
                "key": \(quoted(key?.publicKey)),
                "signature": \(quoted(key?.signature(of: digest)))
              }
            }

            """
    }

    /// What the seal of a document says of it. Never throws: bytes that are no document have no seal.
    public static func state(of document: [UInt8]) -> State {
        guard let text = String(validating: document, as: UTF8.self),
            let start = lastOpening(in: text)
        else { return .absent }
        let body = String(text[..<start])
        let digest = ContentDigest(of: body).hexadecimal
        let members = Self.members(text[start...])
        guard members["sha256"] == digest else { return .broken }
        guard let key = members["key"], let signature = members["signature"] else {
            // The digest alone is what anybody could write.
            return members["key"] == nil && members["signature"] == nil
                ? .intact(key: nil) : .broken
        }
        return SigningKey.isSignature(signature, of: digest, by: key) ? .intact(key: key) : .broken
    }

    private static func lastOpening(in text: String) -> String.Index? {
        let pattern = Array(opening.utf8)
        let bytes = Array(text.utf8)
        guard bytes.count >= pattern.count else { return nil }
        for start in stride(from: bytes.count - pattern.count, through: 0, by: -1)
        where bytes[start] == pattern[0]
            && bytes[start..<start + pattern.count].elementsEqual(pattern)
        {
            return text.utf8.index(text.startIndex, offsetBy: start)
        }
        return nil
    }

    /// The members of the seal that are strings; it is small and written by us.
    private static func members(_ text: Substring) -> [String: String] {
        var members: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
            if parts.count == 5 { members[String(parts[1])] = String(parts[3]) }
        }
        return members
    }
}

import Digests
import Testing

@Suite struct DocumentSealTests {
    private static let document = "{\n  \"a\": 1\n}\n"
    /// The secret of test 1 of RFC 8032, section 7.1.
    private static let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"

    @Test func theDigestIsThatOfTheBytesBeforeTheSeal() throws {
        let sealed = try #require(DocumentSeal.sealed(Self.document))
        // printf '{\n  "a": 1' | sha256sum
        #expect(
            sealed.contains("d298ee5b852fc7dfacbb4dbf9c73da22d8a55ccb56c156043c930b278c39e889"))
        #expect(DocumentSeal.state(of: Array(sealed.utf8)) == .intact(key: nil))
    }

    @Test func everyByteIsVouchedFor() throws {
        let key = try #require(SigningKey(secret: Self.secret))
        let sealed = Array(try #require(DocumentSeal.sealed(Self.document, by: key)).utf8)
        #expect(DocumentSeal.state(of: sealed) == .intact(key: key.publicKey))
        for place in 0..<Self.document.utf8.count - 3 {
            var changed = sealed
            changed[place] ^= 1
            #expect(DocumentSeal.state(of: changed) == .broken, "byte \(place)")
        }
    }

    @Test func anotherKeyOrNoneIsSeen() throws {
        let sealed = try #require(DocumentSeal.sealed(Self.document, by: SigningKey()))
        let mine = try #require(SigningKey(secret: Self.secret)).publicKey
        #expect(DocumentSeal.state(of: Array(sealed.utf8)) != .intact(key: mine))
        #expect(DocumentSeal.state(of: Array(Self.document.utf8)) == .absent)
        #expect(DocumentSeal.state(of: []) == .absent)
        #expect(DocumentSeal.state(of: [0xFF, 0xFE]) == .absent)
        #expect(DocumentSeal.sealed("[1]") == nil)
        let unsigned = sealed.replacing("\"signature\": \"", with: "\"signature\": null, \"x\": \"")
        #expect(DocumentSeal.state(of: Array(unsigned.utf8)) == .broken)
    }
}

@Suite struct SigningKeyTests {
    /// Public keys and signatures of RFC 8032, section 7.1, tests 1 and 2.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            """
            e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555\
            fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
            """
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "r",
            """
            92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0\
            85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
            """
        ),
    ])
    func keysAndSignaturesAreThoseOfTheStandard(
        secret: String, name: String, message: String, signature: String
    ) throws {
        let key = try #require(SigningKey(secret: secret + "\n"))
        #expect(key.publicKey == name && key.secret == secret)
        #expect(SigningKey.isSignature(signature, of: message, by: name))
        #expect(!SigningKey.isSignature(signature, of: message + "x", by: name))
        let own = try #require(key.signature(of: message))
        #expect(SigningKey.isSignature(own, of: message, by: name))
    }

    @Test(arguments: [
        "", "9d61", String(repeating: "g", count: 64), String(repeating: "0", count: 66),
    ])
    func whatIsNoKeyIsRefused(text: String) {
        #expect(SigningKey(secret: text) == nil)
        #expect(!SigningKey.isSignature(text, of: "", by: text))
    }
}

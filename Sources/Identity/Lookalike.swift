/// Letters that look like Latin ones: what a name looks like, and what gives it away.
///
/// A small part of the confusable characters of Unicode Technical Standard 39: the Cyrillic, Greek, full-width
/// and mathematical letters that have a Latin twin, and characters that cannot be seen at all.
struct Lookalike {
    /// The name with each such letter replaced by its twin, and what cannot be seen left out.
    let plain: String
    /// The first such character.
    let found: Unicode.Scalar

    /// `nil` where the text holds no such character.
    init?(_ text: String) {
        var plain = String.UnicodeScalarView()
        var found: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                plain.append(scalar)
            } else if Self.isUnseen(scalar) {
                found = found ?? scalar
            } else if let twin = Self.twin(of: scalar) {
                found = found ?? scalar
                plain.append(twin)
            } else {
                plain.append(scalar)
            }
        }
        guard let found else { return nil }
        self.found = found
        self.plain = String(plain)
    }

    private static func twin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x1D400...0x1D6A3: letter((scalar.value - 0x1D400) % 52)
        case 0x1D7CE...0x1D7FF: Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10)
        default: twins[scalar]
        }
    }

    // Mathematical alphabets run A to Z, then a to z, one after another.
    private static func letter(_ place: UInt32) -> Unicode.Scalar? {
        Unicode.Scalar(place < 26 ? 0x41 + place : 0x61 + place - 26)
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            ("АВЕКМНОРСТУХІЈЅԁԛԜаеорсухіјѕкмнтв", "ABEKMHOPCTYXIJSdqWaeopcyxijskmhtb"),
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυχι", "ABEZHIKMNOPTYXavoptuxi"),
        ]
        var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (foreign, latin) in pairs {
            for (foreign, latin) in zip(foreign.unicodeScalars, latin.unicodeScalars) {
                twins[foreign] = latin
            }
        }
        return twins
    }()
}

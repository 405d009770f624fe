/// A word that looks like a name of the vocabulary and is written with letters of another alphabet.
///
/// It is reported and never matched: `ВТС` in Cyrillic letters is not Bitcoin.
package struct Lookalike: Hashable, Sendable {
    /// Where it stands in the text.
    package let span: Range<Int>
    /// What it looks like, in lower case.
    package let resembles: String

    /// The Latin letter that a Greek or Cyrillic one is drawn like.
    static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { pairs[scalar] }

    /// A word in the Latin letters it is drawn like.
    static func skeleton(of word: String) -> String {
        var skeleton = String.UnicodeScalarView()
        for scalar in word.unicodeScalars { skeleton.append(latin(scalar) ?? scalar) }
        return String(skeleton)
    }

    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = {
        let foreign = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһв" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορτυχικαβ" + "кмнт"
        let latin = "ABESIJKMHOPCTYXaesijopcyxdqwhb" + "ABEZHIKMNOPTYXvoptyxikab" + "kmht"
        return Dictionary(
            zip(foreign.unicodeScalars, latin.unicodeScalars),
            uniquingKeysWith: { first, _ in first })
    }()
}

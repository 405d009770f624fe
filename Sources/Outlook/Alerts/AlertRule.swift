/// When an alert goes off, and what it says will follow: data, not code.
package struct AlertRule: Hashable, Sendable {
    /// What it is called: small letters, digits and hyphens.
    package let name: String
    /// What is watched: `TOTAL`, or an asset as a reader names it.
    package let subject: String
    /// The length of the bars that are walked, in microseconds.
    package let interval: Int64
    /// What is watched of it.
    package let quantity: AlertQuantity
    /// When it goes off and when it is over.
    package let threshold: AlertThreshold
    /// For how many bars after an alert there is no other.
    package let coolDown: Int
    /// What it says will follow.
    package let promise: AlertPromise

    /// The longest cool-down, in bars.
    package static let mostCoolDown = 1_000
    /// The most letters of a name.
    package static let longestName = 40
    /// The lengths of bars that rules can walk, an hour and a day, by how they are written.
    package static let intervals: [(name: String, microseconds: Int64)] = [
        ("1h", 3_600_000_000), ("1d", 86_400_000_000),
    ]

    /// A rule; `nil` for a name that is none, no subject, bars of another length, a quantity without meaning, a
    /// cool-down outside 0 to 1,000 bars, and for going further where the quantity has no side.
    package init?(
        name: String, subject: String, interval: Int64, quantity: AlertQuantity,
        threshold: AlertThreshold, coolDown: Int, promise: AlertPromise
    ) {
        guard Self.isName(name), !subject.isEmpty,
            Self.intervals.contains(where: { $0.microseconds == interval }), quantity.isValid,
            (0...Self.mostCoolDown).contains(coolDown),
            promise.way == .either || quantity.hasSide
        else { return nil }
        self.name = name
        self.subject = subject
        self.interval = interval
        self.quantity = quantity
        self.threshold = threshold
        self.coolDown = coolDown
        self.promise = promise
    }

    /// Whether a text can be a rule's name: up to forty small letters, digits and hyphens.
    package static func isName(_ text: String) -> Bool {
        (1...longestName).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
            }
    }

    /// How the length of its bars is written.
    package var intervalName: String {
        Self.intervals.first { $0.microseconds == interval }?.name ?? ""
    }

    /// The side to which the price went when it went off.
    package var side: LevelSide { threshold.comparison == .atLeast ? .up : .down }

    /// The name of the rule that a canonical text is of; `nil` for a text that is of none.
    package static func name(inCanonicalText text: String) -> String? {
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count == 3, words[0] == "alert/1", isName(String(words[1])) else { return nil }
        return String(words[1])
    }

    /// All of it in one line: equal texts are equal rules.
    package var canonicalText: String {
        "alert/1 \(name) of \(subject.utf8.count):\(subject) bars \(intervalName)"
            + " \(quantity.canonicalText) \(threshold.comparison.rawValue) \(threshold.enter)"
            + " until \(threshold.exit) cool-down \(coolDown) then \(promise.canonicalText)"
    }
}

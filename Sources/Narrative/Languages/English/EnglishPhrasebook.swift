/// English, as an analyst would write it. Its sentences stand beside this file, a file a part of the report.
struct EnglishPhrasebook: Phrasebook {
    /// English leverage is told by `Narrator.leverage`.
    var leverage: (any LeveragePhrases)? { nil }
}

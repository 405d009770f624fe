/// The text of one field, and what was done to it.
struct FieldText: Hashable {
    /// The text.
    var string: String
    /// Whether it was longer than the limit.
    var isCut = false
    /// How many stretches of bytes were no character.
    var repairs = 0
}

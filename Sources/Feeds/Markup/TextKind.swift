/// What the characters of a text mean.
enum TextKind: Hashable {
    /// They are the text, letter for letter.
    case plain
    /// They are HTML.
    case markup
    /// They are either: RSS does not say. HTML has end tags or references; a lone `<img>` is a word.
    case either
}

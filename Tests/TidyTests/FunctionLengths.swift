/// The functions, initialisers, subscripts and computed properties of a source, with their lengths.
///
/// A declaration is one of the words `func`, `init`, `subscript`, `var` and `let`; its body opens with the
/// first brace outside parentheses before the next declaration or closing brace.
struct FunctionLengths {
    /// One body.
    struct Function: Equatable {
        /// The line of the declaration, from 1.
        let line: Int
        /// The number of lines from the declaration to the closing brace.
        let length: Int
    }

    private(set) var functions: [Function] = []
    private var open: [Int?] = []
    private var declared: Int?
    private var parentheses = 0
    private var line = 1

    init(_ source: SourceText) {
        var word = ""
        var previous: Character = " "
        for character in source.code + "\n" {
            if character.isLetter || character.isNumber || character == "_" {
                if word.isEmpty, previous == "." { word = "." }
                word.append(character)
            } else {
                take(word)
                word = ""
                take(character)
            }
            previous = character
        }
    }

    private mutating func take(_ word: String) {
        switch word {
        case "func", "init", "subscript", "var", "let": if parentheses == 0 { declared = line }
        case "case", "struct", "enum", "class", "actor", "protocol", "extension", "typealias":
            declared = nil
        default: break
        }
    }

    private mutating func take(_ character: Character) {
        switch character {
        case "\n": line += 1
        case "(", "[": parentheses += 1
        case ")", "]": parentheses -= 1
        case "{" where parentheses == 0:
            open.append(declared)
            declared = nil
        case "}" where parentheses == 0:
            declared = nil
            if let start = open.popLast() ?? nil {
                functions.append(Function(line: start, length: line - start + 1))
            }
        default: break
        }
    }
}

/// HTML as a reader sees it: one state machine over the scalars, no tree, no stack.
///
/// What is no part of an article (scripts, navigation, forms) is left out from its start tag to its end
/// tag; tags of the same name within are counted. A tag that never ends swallows the rest, as it does in
/// a browser.
struct HTMLText {
    private enum State {
        case text, tagOpen, tagName, attributes, quoted(Unicode.Scalar), markup, entity
    }

    private static let left: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select",
        "textarea", "head", "nav", "footer", "aside", "form", "button", "canvas", "video", "audio",
    ]
    private static let raw: Set<String> = ["script", "style", "textarea"]
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "em", "font", "i", "kbd", "label",
        "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img",
    ]

    private var sink: TextSink
    private var state = State.text
    private var name = ""
    private var isEnd = false
    private var wasSlash = false
    private var entity = ""
    private var entityOrigin = 0
    private var dashes = 0
    private var isComment = false
    private var leaving: String?
    private var depth = 0

    static func read(_ bytes: ArraySlice<UInt8>, into sink: inout TextSink) {
        var reader = HTMLText(sink: sink)
        for (scalar, origin) in SourceScalars(bytes) { reader.take(scalar, origin) }
        if case .entity = reader.state { reader.endEntity(nil) }
        reader.sink.endBlock(at: bytes.count)
        sink = reader.sink
    }

    private init(sink: TextSink) { self.sink = sink }

    private mutating func take(_ scalar: Unicode.Scalar, _ origin: Int) {
        switch state {
        case .text: takeText(scalar, origin)
        case .tagOpen: takeTagOpen(scalar, origin)
        case .tagName: takeTagName(scalar, origin)
        case .attributes: takeAttribute(scalar, origin)
        case .quoted(let mark): if scalar == mark { state = .attributes }
        case .markup: takeMarkup(scalar)
        case .entity: takeEntity(scalar, origin)
        }
    }

    private mutating func takeText(_ scalar: Unicode.Scalar, _ origin: Int) {
        switch scalar {
        case "<":
            state = .tagOpen
            name = ""
            isEnd = false
        case "&" where leaving == nil:
            state = .entity
            entity = ""
            entityOrigin = origin
        case " ", "\n", "\t", "\r": if leaving == nil { sink.space(at: origin) }
        default: if leaving == nil { sink.append(scalar, at: origin) }
        }
    }

    private mutating func takeTagOpen(_ scalar: Unicode.Scalar, _ origin: Int) {
        if scalar == "/", !isEnd {
            isEnd = true
        } else if isRaw, !isEnd {
            state = .text
            takeText(scalar, origin)
        } else if scalar == "!" || scalar == "?" {
            state = .markup
            dashes = 0
            isComment = false
        } else if let letter = Self.letter(scalar), !("0"..."9").contains(scalar) {
            name = letter
            state = .tagName
        } else {
            state = .text
            if leaving == nil { sink.append("<", at: origin - 1) }
            takeText(scalar, origin)
        }
    }

    private mutating func takeTagName(_ scalar: Unicode.Scalar, _ origin: Int) {
        if let letter = Self.letter(scalar) {
            if name.utf8.count < 15 { name += letter }
        } else if isRaw, name != leaving {
            state = .text
            takeText(scalar, origin)
        } else {
            state = .attributes
            takeAttribute(scalar, origin)
        }
    }

    private mutating func takeAttribute(_ scalar: Unicode.Scalar, _ origin: Int) {
        switch scalar {
        case ">":
            state = .text
            endTag(at: origin)
        case "\"", "'": if !isRaw { state = .quoted(scalar) }
        default: break
        }
        wasSlash = scalar == "/"
    }

    private var isRaw: Bool { leaving.map(Self.raw.contains) ?? false }

    private mutating func endTag(at origin: Int) {
        if let leaving {
            guard name == leaving, isEnd || !Self.raw.contains(name) else { return }
            depth += isEnd ? -1 : wasSlash ? 0 : 1
            if depth == 0 { self.leaving = nil }
            return
        }
        if Self.left.contains(name), !isEnd, !wasSlash {
            leaving = name
            depth = 1
        }
        if !Self.inline.contains(name) { sink.endBlock(at: origin) }
    }

    /// Comments end at `-->`, other markup at `>`.
    private mutating func takeMarkup(_ scalar: Unicode.Scalar) {
        if scalar == "-" {
            dashes += 1
            if dashes == 2 { isComment = true }
            return
        }
        if scalar == ">", !isComment || dashes >= 2 { state = .text }
        dashes = isComment ? 0 : Int.min / 2
    }

    private mutating func takeEntity(_ scalar: Unicode.Scalar, _ origin: Int) {
        if scalar == ";" {
            endEntity(origin)
        } else if entity.utf8.count < 10, Self.letter(scalar) != nil || scalar == "#" {
            entity.unicodeScalars.append(scalar)
        } else {
            endEntity(nil)
            takeText(scalar, origin)
        }
    }

    private mutating func endEntity(_ origin: Int?) {
        state = .text
        if let scalar = TextEntity.scalar(entity) {
            if scalar == " " || scalar == "\n" {
                sink.space(at: entityOrigin)
            } else {
                sink.append(scalar, at: entityOrigin)
            }
            return
        }
        let end: [Unicode.Scalar] = origin == nil ? [] : [";"]
        for (place, scalar) in (["&"] + Array(entity.unicodeScalars) + end).enumerated() {
            sink.append(scalar, at: entityOrigin + place)
        }
    }

    private static func letter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: String(scalar)
        case 0x41...0x5A: String(Unicode.Scalar(UInt8(scalar.value + 32)))
        default: nil
        }
    }
}

internal import Market

/// A catalyst as a person wrote it, field by field, whatever the form of the file.
struct CatalystEntry {
    /// The names of the fields.
    static let names = ["id", "known", "language", "source", "themes", "time", "what"]

    /// The line on which it begins.
    let line: Int
    private(set) var fields: [String: (text: String, line: Int)] = [:]

    init(line: Int) {
        self.line = line
    }

    /// Puts down a field.
    ///
    /// - Throws: `.badCatalyst` where its name is none, or was there before.
    mutating func set(_ name: String, _ text: FieldText, line: Int) throws(FeedError) {
        let name = name == "theme" ? "themes" : name
        guard Self.names.contains(name) else {
            throw Self.wrong(
                line, "there is no field \(PlainText.shown(name))",
                "write one of \(Self.names.joined(separator: ", "))")
        }
        guard fields[name] == nil else {
            throw Self.wrong(
                line, "\(name) stands twice in one catalyst",
                "leave one of them, or an empty line between two catalysts")
        }
        guard !text.isCut, text.repairs == 0 else {
            throw Self.wrong(
                line, "\(name) is too long, or not UTF-8", "write it shorter, as UTF-8")
        }
        fields[name] = (text.string, line)
    }

    /// The story of it.
    ///
    /// Without `known` it is known at its time: whoever enters it says so.
    ///
    /// - Throws: `.badCatalyst` with the line and the remedy.
    func story(_ sourceName: String, language spoken: String, _ limits: FeedLimits)
        throws(FeedError) -> NewsStory
    {
        let time = try instant("time")
        guard let time else {
            throw Self.wrong(line, "the catalyst has no time", "add time: 2025-01-27T12:00Z")
        }
        let title = try title(limits)
        let known = try instant("known") ?? time
        guard known >= time else {
            throw Self.wrong(
                fields["known"]?.line ?? line, "known is before time",
                "give the moment at which it could be read, not before it happened")
        }
        let language = try language() ?? spoken
        let id = PlainText.line(fields["id"]?.text ?? "", limit: limits.link).line
        return NewsStory(
            id: sourceName + ":" + (id.isEmpty ? time.description + "/" + title : id),
            title: title, url: try link(limits), language: language, published: time, updated: nil,
            firstSeen: known, summary: "", themes: try themes())
    }

    static func wrong(_ line: Int, _ what: String, _ remedy: String) -> FeedError {
        FeedError(.badCatalyst, line: line, what: what, remedy: remedy)
    }

    private func instant(_ name: String) throws(FeedError) -> Timestamp? {
        guard let field = fields[name], !Self.isBlank(field.text) else { return nil }
        guard let instant = FeedDate.instant(field.text) else {
            throw Self.wrong(
                field.line, "\(name) is \(PlainText.shown(field.text)), which is no instant",
                "write a day, a time and a zone, as in 2025-01-27T12:00Z")
        }
        return instant
    }

    private func title(_ limits: FeedLimits) throws(FeedError) -> String {
        let field = fields["what"]
        let (title, isCut) = PlainText.line(field?.text ?? "", limit: limits.title)
        guard !title.isEmpty else {
            throw Self.wrong(
                field?.line ?? line, "the catalyst does not say what happened",
                "add what: followed by one line of text")
        }
        guard !isCut else {
            throw Self.wrong(
                field?.line ?? line, "what has more than \(limits.title) characters",
                "say it shorter")
        }
        return title
    }

    private func link(_ limits: FeedLimits) throws(FeedError) -> String {
        guard let field = fields["source"], !Self.isBlank(field.text) else { return "" }
        guard let link = WebLink.address(field.text, limit: limits.link) else {
            throw Self.wrong(
                field.line, "source is \(PlainText.shown(field.text)), which is no web address",
                "give it whole, beginning with https://")
        }
        return link
    }

    private func language() throws(FeedError) -> String? {
        guard let field = fields["language"], !Self.isBlank(field.text) else { return nil }
        let code = LanguageTag.code(field.text)
        guard !code.isEmpty else {
            throw Self.wrong(
                field.line, "language is \(PlainText.shown(field.text))",
                "write two letters, as in en")
        }
        return code
    }

    private func themes() throws(FeedError) -> [String] {
        guard let field = fields["themes"] else { return [] }
        var themes: [String] = []
        for part in field.text.split(separator: ",") {
            let theme = PlainText.line(String(part), limit: 41).line
            guard !theme.isEmpty else { continue }
            guard theme.utf8.count <= 40, theme.utf8.allSatisfy(Self.isOfTheme) else {
                throw Self.wrong(
                    field.line, "the theme \(PlainText.shown(theme)) cannot be one",
                    "write small letters, digits and hyphens, a comma between two themes")
            }
            if !themes.contains(theme) { themes.append(theme) }
        }
        return themes
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(PlainText.isSpace)
    }

    private static func isOfTheme(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
}

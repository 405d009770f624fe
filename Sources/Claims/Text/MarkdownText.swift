/// Markdown: marks of structure become block ends, links their words, code and pictures nothing.
///
/// Line by line; a link's address ends at its parenthesis or at the end of the line.
enum MarkdownText {
    static func read(_ bytes: ArraySlice<UInt8>, into sink: inout TextSink) {
        var reader = Reader(sink: sink)
        for (scalar, origin) in SourceScalars(bytes) { reader.take(scalar, origin) }
        reader.finish(bytes.count)
        sink = reader.sink
    }

    private struct Reader {
        var sink: TextSink
        private var line: [(scalar: Unicode.Scalar, origin: Int)] = []
        private var isFenced = false

        init(sink: TextSink) { self.sink = sink }

        mutating func take(_ scalar: Unicode.Scalar, _ origin: Int) {
            guard scalar == "\n" else {
                line.append((scalar, origin))
                return
            }
            endLine(origin)
        }

        mutating func finish(_ end: Int) {
            endLine(end)
            sink.endBlock(at: end)
        }

        private mutating func endLine(_ origin: Int) {
            defer { line.removeAll(keepingCapacity: true) }
            let first = line.first?.origin ?? origin
            var start = line.firstIndex { $0.scalar != " " && $0.scalar != "\t" } ?? line.count
            if starts("```", start) || starts("~~~", start) {
                isFenced.toggle()
                return sink.endBlock(at: first)
            }
            if isFenced { return }
            let body = start
            start = skipMarks(start)
            if start > body || start >= line.count { sink.endBlock(at: first) }
            let isHeading = body < line.count && line[body].scalar == "#"
            inline(from: start)
            if isHeading { sink.endBlock(at: origin) } else { sink.space(at: origin) }
        }

        private func starts(_ mark: String, _ place: Int) -> Bool {
            place + 3 <= line.count
                && line[place..<(place + 3)].lazy.map(\.scalar).elementsEqual(mark.unicodeScalars)
        }

        /// The place behind marks of headings, quotes and lists.
        private func skipMarks(_ start: Int) -> Int {
            var place = start
            while place < line.count, "#>*-+".unicodeScalars.contains(line[place].scalar) {
                var end = place
                while end < line.count, line[end].scalar == line[place].scalar { end += 1 }
                guard end == line.count || line[end].scalar == " " || line[place].scalar == ">"
                else { return place }
                place = end
                while place < line.count, line[place].scalar == " " { place += 1 }
            }
            var digits = place
            while digits < line.count, digits < place + 3,
                ("0"..."9").contains(line[digits].scalar)
            {
                digits += 1
            }
            if digits > place, digits + 1 < line.count, line[digits].scalar == ".",
                line[digits + 1].scalar == " "
            {
                return digits + 2
            }
            return place
        }

        private mutating func inline(from start: Int) {
            var place = start
            var depth = 0
            let lastAngle = line.lastIndex { $0.scalar == ">" } ?? -1
            let lastRound = line.lastIndex { $0.scalar == ")" } ?? -1
            while place < line.count {
                let (scalar, origin) = line[place]
                let next = place + 1 < line.count ? line[place + 1].scalar : " "
                place += 1
                switch scalar {
                case "*", "`": continue
                case "_" where !isLetter(next) || !isLetter(sink.last ?? " "): continue
                case "\\" where !isLetter(next): continue
                case "!" where next == "[": continue
                case "[": depth += 1
                case "]" where depth > 0:
                    depth -= 1
                    if next == "(", lastRound > place { place = skip(to: ")", from: place + 1) }
                case "|": sink.endBlock(at: origin)
                case "<" where lastAngle >= place && (isTag(next) || next == "/"):
                    place = skip(to: ">", from: place)
                default: sink.append(scalar, at: origin)
                }
            }
        }

        private func isTag(_ scalar: Unicode.Scalar) -> Bool {
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        }

        private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }

        private func skip(to end: Unicode.Scalar, from place: Int) -> Int {
            var place = place
            while place < line.count, line[place].scalar != end { place += 1 }
            return place + 1
        }
    }
}

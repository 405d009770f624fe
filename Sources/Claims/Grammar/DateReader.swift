internal import Market

/// Reads dates and windows from tokens, looking ahead a fixed number of them.
struct DateReader {
    let cursor: TokenCursor

    /// The date that begins at a place, with the place behind it.
    func date(_ start: Int) -> (date: StatedDate, end: Int)? {
        var place = start
        var weekday: Int?
        if case .weekday(let day)? = cursor.term(place)?.term {
            weekday = day
            place += 1
            for mark in [".", ","] where cursor.isText(place, mark) && follows(place) { place += 1 }
        }
        guard let (year, month, day, end) = civil(place) else {
            guard let weekday else { return nil }
            let span = cursor.span(start, start + 1)
            return (
                StatedDate(year: nil, month: nil, day: nil, weekday: weekday, span: span), start + 1
            )
        }
        let date = StatedDate(
            year: year, month: month, day: day, weekday: weekday, span: cursor.span(start, end))
        return (date, end)
    }

    /// Whether a day comes behind a mark that follows a weekday.
    private func follows(_ place: Int) -> Bool {
        civil(place + 1) != nil || cursor.isText(place, ".")
    }

    private typealias Civil = (year: Int?, month: Int, day: Int?, end: Int)

    private func civil(_ place: Int) -> Civil? {
        if case .month(let month)? = cursor.term(place)?.term { return named(month, place) }
        guard let literal = cursor.literal(place) else { return nil }
        if literal.marks == [".", "."] { return pointed(literal, place) }
        guard let first = cursor.count(place) else { return nil }
        return parted(first, place) ?? chinese(first, place) ?? dayFirst(first, place)
    }

    /// `Jan. 27, 2025`, `January 27th`, `January 2025`, `January`.
    private func named(_ month: Int, _ place: Int) -> Civil? {
        var end = place + 1
        if cursor.isText(end, "."), cursor[end]?.isGlued ?? false, cursor.count(end + 1) != nil {
            end += 1
        }
        guard let number = cursor.count(end), cursor.literal(end) != nil else {
            return (nil, month, nil, place + 1)
        }
        if (1990...2100).contains(number) { return (number, month, nil, end + 1) }
        guard (1...31).contains(number), !isFigure(end) else { return (nil, month, nil, place + 1) }
        end = ordinalEnd(end + 1)
        let comma = cursor.isText(end, ",") ? end + 1 : end
        if let year = cursor.count(comma), (1990...2100).contains(year), !isFigure(comma) {
            return (year, month, number, comma + 1)
        }
        return (nil, month, number, end)
    }

    /// Whether the number there is counted in something, so that it is no day.
    private func isFigure(_ place: Int) -> Bool {
        switch cursor.term(place + 1)?.term {
        case .unit, .scale: true
        default: false
        }
    }

    /// `27 January 2025`, `27 de enero de 2025`.
    private func dayFirst(_ day: Int, _ place: Int) -> Civil? {
        guard (1...31).contains(day) else { return nil }
        var end = ordinalEnd(place + 1)
        if cursor.isText(end, "de", "of") { end += 1 }
        guard case .month(let month)? = cursor.term(end)?.term else { return nil }
        end += 1
        if cursor.isText(end, "."), cursor[end]?.isGlued ?? false, cursor.count(end + 1) != nil {
            end += 1
        }
        let joint = cursor.isText(end, "de", "del", ",") ? end + 1 : end
        if let year = cursor.count(joint), (1990...2100).contains(year) {
            return (year, month, day, joint + 1)
        }
        return (nil, month, day, end)
    }

    /// `2025-01-27` and `27/01/2025`, where the day stands first unless it cannot.
    private func parted(_ first: Int, _ place: Int) -> Civil? {
        guard cursor.isText(place + 1, "-", "/"), let second = cursor.count(place + 2),
            cursor[place + 3]?.text == cursor[place + 1]?.text,
            let third = cursor.count(place + 4),
            (place + 1...place + 4).allSatisfy({ cursor[$0]?.isGlued ?? false })
        else { return nil }
        return ordered(first, second, third, place + 5)
    }

    /// `27.01.2025`.
    private func pointed(_ literal: NumberLiteral, _ place: Int) -> Civil? {
        let parts = literal.groups.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
        guard parts.count == 3 else { return nil }
        return ordered(parts[0], parts[1], parts[2], place + 1)
    }

    private func ordered(_ first: Int, _ second: Int, _ third: Int, _ end: Int) -> Civil? {
        if (1990...2100).contains(first), (1...12).contains(second), (1...31).contains(third) {
            return (first, second, third, end)
        }
        guard (1990...2100).contains(third) else { return nil }
        if (1...31).contains(first), (1...12).contains(second) {
            return (third, second, first, end)
        }
        if (1...31).contains(second), (1...12).contains(first) {
            return (third, first, second, end)
        }
        return nil
    }

    /// `2025年1月27日`, `1月27日`, `1月`.
    private func chinese(_ first: Int, _ place: Int) -> Civil? {
        if cursor.isText(place + 1, "年"), let month = cursor.count(place + 2),
            cursor.isText(place + 3, "月"), (1...12).contains(month)
        {
            let (day, end) = chineseDay(place + 4)
            return (first, month, day, end)
        }
        guard cursor.isText(place + 1, "月"), (1...12).contains(first) else { return nil }
        let (day, end) = chineseDay(place + 2)
        return (nil, first, day, end)
    }

    private func chineseDay(_ place: Int) -> (Int?, Int) {
        guard let day = cursor.count(place), (1...31).contains(day),
            cursor.isText(place + 1, "日", "号")
        else { return (nil, place) }
        return (day, place + 2)
    }

    private func ordinalEnd(_ place: Int) -> Int {
        cursor.isText(place, "st", "nd", "rd", "th") && cursor[place]?.isGlued ?? false
            ? place + 1 : place
    }

    /// The window that begins at a place, with the place behind it: `in the last 24 hours`, `24-hour`,
    /// `today`, `this week`.
    func window(_ start: Int) -> (window: Window, end: Int)? {
        if let (term, end) = cursor.term(start) {
            switch term {
            case .window(let kind): return (Window(kind: kind, span: cursor.span(start, end)), end)
            case .relativeDay(let day):
                return (Window(kind: .day(day), span: cursor.span(start, end)), end)
            case .windowLead, .of, .within, .at: return span(from: start, count: end)
            default: break
            }
        }
        return span(from: start, count: start)
    }

    private func span(from start: Int, count place: Int) -> (window: Window, end: Int)? {
        guard let count = cursor.count(place), count > 0 else { return nil }
        var unit = place + 1
        if cursor.isText(unit, "-") { unit += 1 }
        guard case (.timeUnit(let length), let end)? = cursor.term(unit) else { return nil }
        guard length != .minute || cursor[unit]?.text != "m" else { return nil }
        let span = TimeSpan.minutes(count * length.rawValue)
        return (Window(kind: .trailing(span), span: cursor.span(start, end)), end)
    }
}

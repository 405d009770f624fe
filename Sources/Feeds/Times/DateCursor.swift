internal import Market

/// Reads the parts of a date from the left.
struct DateCursor {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Whether it begins with a year of four digits and a hyphen.
    var isISO: Bool {
        let start = bytes[position...].prefix(5)
        return start.count == 5 && start.last == UInt8(ascii: "-")
            && start.dropLast().allSatisfy(Self.isDigit)
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    /// Passes over spaces, and says how many.
    @discardableResult
    mutating func skipSpaces() -> Int {
        let start = position
        while position < bytes.count, bytes[position] == 0x20 || (9...13).contains(bytes[position])
        {
            position += 1
        }
        return position - start
    }

    /// Passes over spaces and comments in parentheses, and says how many bytes. A comment without its end
    /// is left where it is.
    @discardableResult
    mutating func skipSpacesAndComments() -> Int {
        let start = position
        repeat { skipSpaces() } while skipComment()
        return position - start
    }

    private mutating func skipComment() -> Bool {
        var depth = 0
        var ahead = position
        while ahead < bytes.count {
            switch bytes[ahead] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"): ahead += 1
            default: break
            }
            guard depth > 0 else { break }
            ahead += 1
        }
        guard ahead < bytes.count, ahead > position else { return false }
        position = ahead + 1
        return true
    }

    /// Passes over a day of the week with its comma, if one is there; `false` for another word.
    mutating func skipWeekday() -> Bool {
        let start = position
        let name = word()
        guard !name.isEmpty else {
            position = start
            return true
        }
        guard name.utf8.count >= 3, Self.weekdays.contains(where: { $0.hasPrefix(name) }) else {
            return false
        }
        skipSpacesAndComments()
        _ = take(",")
        return true
    }

    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Passes over what stands between day, month and year: spaces, or a hyphen.
    mutating func skipBetweenParts() -> Bool {
        skipSpacesAndComments() > 0 || take("-")
    }

    /// Letters, in lower case.
    mutating func word() -> String {
        let letters = bytes[position...].prefix {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        }
        position = letters.endIndex
        return String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    }

    /// A number of so many digits; `nil` where there are fewer, or a further one.
    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        let run = bytes[position...].prefix(digits.upperBound + 1).prefix(while: Self.isDigit)
        guard digits.contains(run.count) else { return nil }
        position = run.endIndex
        return run.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// Hours, minutes and perhaps seconds with a fraction, as time since midnight.
    mutating func clock(hourDigits: ClosedRange<Int>) -> TimeSpan? {
        guard let hour = number(hourDigits), hour < 24, take(":"),
            let minute = number(2...2), minute < 60
        else { return nil }
        var microseconds = Int64(hour * 60 + minute) * 60_000_000
        if take(":") {
            guard let second = number(2...2), second < 60, let fraction = fraction() else {
                return nil
            }
            microseconds += Int64(second) * 1_000_000 + fraction
        }
        return TimeSpan(microseconds: microseconds)
    }

    /// A point or comma with digits behind it, as whole microseconds; zero where there is none.
    mutating func fraction() -> Int64? {
        guard take(".") || take(",") else { return 0 }
        let digits = bytes[position...].prefix(while: Self.isDigit)
        guard !digits.isEmpty else { return nil }
        position = digits.endIndex
        var scale: Int64 = 100_000
        var value: Int64 = 0
        for digit in digits.prefix(6) {
            value += Int64(digit - 48) * scale
            scale /= 10
        }
        return value
    }

    /// A zone as minutes ahead of UTC: `+0100`, `+01:00`, one of some names, or a name of UTC with an
    /// offset behind it; where hours stand alone, if they may.
    mutating func zone(of names: [String: Int], opensHours: Bool) -> Int? {
        let name = word()
        if name.isEmpty { return offset(opensHours: opensHours) }
        guard let hours = names[name] else { return nil }
        guard name == "gmt" || name == "utc", !isAtEnd,
            bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
        else { return hours * 60 }
        return offset(opensHours: opensHours)
    }

    private mutating func offset(opensHours: Bool) -> Int? {
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0 else { return nil }
        if let both = number(4...4) {
            return Self.minutes(both / 100, both % 100).map { $0 * sign }
        }
        guard let hours = number(2...2) else { return nil }
        guard take(":") else { return opensHours ? Self.minutes(hours, 0).map { $0 * sign } : nil }
        return number(2...2).flatMap { Self.minutes(hours, $0) }.map { $0 * sign }
    }

    private static func minutes(_ hours: Int, _ minutes: Int) -> Int? {
        hours < 24 && minutes < 60 ? hours * 60 + minutes : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

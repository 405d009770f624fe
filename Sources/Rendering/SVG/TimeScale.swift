import Market

/// Maps instants onto places along a line, and finds the hours, days and months to label, in UTC.
struct TimeScale {
    /// An instant with its label.
    struct Tick: Equatable {
        /// The instant.
        let time: Timestamp
        /// What to write there.
        let label: String
    }

    /// The first instant.
    let start: Timestamp
    /// The last instant.
    let end: Timestamp
    private let scale: LinearScale

    /// A scale that puts `start` at `left` and `end` at `right`.
    init(from start: Timestamp, _ end: Timestamp, to left: Double, _ right: Double) {
        self.start = start
        self.end = end
        scale = LinearScale(
            from: Double(start.microseconds), Double(end.microseconds), to: left, right)
    }

    /// The place of an instant.
    func place(_ time: Timestamp) -> Double { scale.place(Double(time.microseconds)) }

    /// At most `count` labelled instants: hours within days, days within months, then months.
    func ticks(
        atMost count: Int, in language: any PageLanguage = EnglishPage()
    ) -> [Tick] {
        guard start < end, count > 0 else {
            return [Tick(time: start, label: language.shortDay(start.day))]
        }
        let span = (end - start).microseconds
        let hours = [1, 2, 3, 6, 12].first { span / TimeSpan.hours($0).microseconds < Int64(count) }
        if let hours { return hourly(.hours(hours), language) }
        let days = [1, 2, 7, 14].first { span / TimeSpan.days($0).microseconds < Int64(count) }
        if let days { return daily(days, language) }
        let months =
            [1, 2, 3, 6, 12, 24, 60, 120].first {
                span / TimeSpan.days($0 * 30).microseconds < Int64(count)
            } ?? 1200
        return monthly(months, language)
    }

    private func hourly(_ step: TimeSpan, _ language: any PageLanguage) -> [Tick] {
        var ticks: [Tick] = []
        var time = start.day.start
        while time <= end {
            if time >= start {
                let isMidnight = time.sinceMidnight.microseconds == 0
                ticks.append(
                    Tick(time: time, label: isMidnight ? language.shortDay(time.day) : time.clock))
            }
            time = time + step
        }
        return ticks
    }

    /// Weeks are counted from Monday; the epoch was a Thursday.
    private func daily(_ step: Int, _ language: any PageLanguage) -> [Tick] {
        let first = start.day.daysSinceEpoch
        return (first...end.day.daysSinceEpoch + 1)
            .filter { ($0 + 3) % step == 0 }
            .map { CalendarDay(daysSinceEpoch: $0) }
            .filter { $0.start >= start && $0.start <= end }
            .map { Tick(time: $0.start, label: language.shortDay($0)) }
    }

    private func monthly(_ step: Int, _ language: any PageLanguage) -> [Tick] {
        let first = start.day.civil
        let last = end.day.civil
        let months = first.year * 12 + first.month - 1...last.year * 12 + last.month - 1
        return months.filter { $0 % step == 0 }.compactMap { month in
            let day = CalendarDay(year: month / 12, month: month % 12 + 1, day: 1)
            guard let day, day.start >= start, day.start <= end else { return nil }
            return Tick(time: day.start, label: language.month(of: day))
        }
    }
}

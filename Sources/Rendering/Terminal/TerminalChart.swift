import Evidence
import Market
import Narrative

/// Draws the charts of a report with characters.
struct TerminalChart {
    /// The columns of the screen.
    let width: Int
    /// The language of the report.
    var language: any PageLanguage = EnglishPage()

    /// The picture, without heading.
    func lines(_ plot: Chart.Plot) -> [TerminalLine] {
        switch plot {
        case .price(let plot): price(plot)
        case .bars(let plot): bars(plot)
        case .columns(let series): columns(series)
        case .panels(let panels): panels.flatMap { panel($0, height: 3) }.dropLast()
        case .curves(let plot): Array(plot.entries.flatMap(curve).dropLast())
        case .fan(let plot): fan(plot)
        case .timeline(let plot): Array(plot.tracks.flatMap(track).dropLast())
        }
    }

    // MARK: Curves, fans and timelines

    /// A name, then what the curve is at three of its places.
    private func curve(_ entry: CurvePlot.Entry) -> [TerminalLine] {
        let curve = entry.curve
        let origin = Origin.curve(curve)
        let name = TerminalPiece(
            NumberFormat.text(entry.label, in: language), .quiet, .fact(entry.label))
        let places = curve.axis.values.indices
        guard
            let column = curve.columns.first(where: { $0.name == "median" }) ?? curve.columns.first,
            !places.isEmpty
        else { return [[name]] }
        let rows = BrailleLine(
            values: column.values, width: max(10, min(60, width - 4)), height: 3
        ).rows.map { [TerminalPiece($0)] }
        let shown = [places.startIndex, places.count / 2, places.count - 1].reduce(into: [Int]()) {
            if $0.last != $1 { $0.append($1) }
        }
        let ends = shown.compactMap { place -> String? in
            column.values[place].map { value in
                NumberFormat.text(value, column.unit, in: language) + " \(language.word(.at)) "
                    + NumberFormat.text(curve.axis.values[place], curve.axis.unit, in: language)
            }
        }
        return [[name]] + rows
            + [[TerminalPiece(ends.joined(separator: ", "), .quiet, origin)], []]
    }

    private func fan(_ plot: FanPlot) -> [TerminalLine] {
        let line = plot.line.map { self.line($0, $0.mainColumn, height: 6) + [[]] } ?? []
        let fan = plot.fan
        let names = ["low", "lower", "median", "upper", "high"]
        let ends = names.compactMap { name -> TerminalLine? in
            guard let column = fan.columns.first(where: { $0.name == name }),
                let last = column.values.last(where: { $0 != nil }), let last
            else { return nil }
            return entry(
                NumberFormat.fine(last, column.unit, in: language), language.column(name),
                .series(fan))
        }
        let title = [
            TerminalPiece(
                fan.measureName(in: language) + language.word(.atItsEnd), .quiet, .series(fan))
        ]
        return line + [title] + ends
            + group(
                language.word(.levels),
                plot.levels.map { level in
                    entry(
                        NumberFormat.text(level.value, in: language),
                        NumberFormat.text(level.label, in: language),
                        .fact(level.value))
                }) + group(language.word(.marks), plot.marks.flatMap(mark))
    }

    private func track(_ track: TimelinePlot.Track) -> [TerminalLine] {
        let title = Phrase(track.title, in: language).runs.map {
            TerminalPiece($0.text, .quiet, $0.origin)
        }
        return [title]
            + track.entries.flatMap { mark(PricePlot.Mark(time: $0.time, label: $0.label)) } + [[]]
    }

    // MARK: Bars

    private func bars(_ plot: BarPlot) -> [TerminalLine] {
        let names = plot.facts.map {
            DisplayWidth.truncated(CleanText.inline($0.subject.name), to: 18)
        }
        let values = plot.facts.map { NumberFormat.text($0, .signed, in: language) }
        let nameWidth = names.map(DisplayWidth.of).max() ?? 0
        let valueWidth = values.map(DisplayWidth.of).max() ?? 0
        let numbers = plot.facts.map { $0.number ?? 0 }
        let most = max(0, numbers.max() ?? 0)
        let least = max(0, -(numbers.min() ?? 0))
        // Halved before they are added: two huge numbers must not overflow.
        let room = Double(max(8, min(64, width - nameWidth - valueWidth - 6)))
        let whole = most / 2 + least / 2
        let left = whole > 0 ? (room * (least / 2 / whole)).rounded() : 0
        return plot.facts.indices.map { place in
            let origin = Origin.fact(plot.facts[place])
            let number = numbers[place]
            let below = number < 0 ? BlockBar.leftward(left * (-number / least)) : ""
            let above = number > 0 ? BlockBar.rightward((room - left) * (number / most)) : ""
            return [
                TerminalPiece(names[place], .plain, origin),
                .blank(nameWidth - DisplayWidth.of(names[place]) + 2),
                .blank(valueWidth - DisplayWidth.of(values[place])),
                TerminalPiece(values[place], TerminalPiece.signed(values[place]) ?? .plain, origin),
                .blank(2 + Int(left) - below.count),
                TerminalPiece(below, .fall), TerminalPiece("│", .quiet),
                TerminalPiece(above, .rise),
            ]
        }
    }

    // MARK: Columns over time

    private func columns(_ series: SeriesFact) -> [TerminalLine] {
        let names = series.columns.map { CleanText.inline(language.column($0.name)) }
        let nameWidth = min(16, names.map(DisplayWidth.of).max() ?? 0)
        let greatest = series.columns.flatMap(\.values).compactMap { $0 }.max() ?? 0
        let room = max(10, width - nameWidth - 18)
        var lines = series.columns.indices.map { place -> TerminalLine in
            let column = series.columns[place]
            let name = DisplayWidth.truncated(names[place], to: nameWidth)
            let top = column.values.compactMap { $0 }.max()
            let label =
                top.map {
                    "\(language.word(.most)) " + NumberFormat.fine($0, column.unit, in: language)
                } ?? language.word(.noData)
            return [
                TerminalPiece(name, .plain, .series(series)),
                .blank(nameWidth - DisplayWidth.of(name) + 2),
                TerminalPiece(BlockBar.upright(Self.fitted(column.values, room), of: greatest)),
                TerminalPiece("  "), TerminalPiece(label, .quiet, .series(series)),
            ]
        }
        if let first = series.times.first, let last = series.times.last {
            lines.append([
                .blank(nameWidth + 2),
                TerminalPiece(
                    moment(first, series) + " \(language.word(.to)) " + moment(last, series),
                    .quiet, .series(series)),
            ])
        }
        return lines
    }

    /// At most `room` values, each the greatest of those it stands for.
    private static func fitted(_ values: [Double?], _ room: Int) -> [Double?] {
        guard values.count > room else { return values }
        return (0..<room).map { place in
            let from = place * values.count / room
            let to = max(from + 1, (place + 1) * values.count / room)
            return values[from..<to].compactMap { $0 }.max()
        }
    }

    // MARK: Lines over time

    private func panel(_ series: SeriesFact, height: Int) -> [TerminalLine] {
        let title = [
            TerminalPiece(
                series.measureName(in: language) + ", " + series.subjectName, .quiet,
                .series(series))
        ]
        return [title] + line(series, series.mainColumn, height: height) + [[]]
    }

    private func line(
        _ series: SeriesFact, _ column: SeriesFact.Column?, height: Int
    ) -> [TerminalLine] {
        let known = column?.values.compactMap { $0 } ?? []
        guard let column, let low = known.min(), let high = known.max() else {
            return [[TerminalPiece(language.word(.noData), .quiet)]]
        }
        let origin = Origin.series(series)
        let rows = BrailleLine(
            values: column.values, width: max(10, min(72, width - 14)), height: height
        ).rows
        var lines = rows.enumerated().map { place, row -> TerminalLine in
            let edge = place == 0 ? high : place == rows.count - 1 ? low : nil
            let label = edge.map {
                TerminalPiece(NumberFormat.fine($0, column.unit, in: language), .quiet, origin)
            }
            return [TerminalPiece(row), TerminalPiece(" ┤", .quiet)]
                + (label.map { [TerminalPiece(" "), $0] } ?? [])
        }
        lines.append(ends(series, column))
        return lines
    }

    /// `20 Oct 2024 $2.31T to 27 Jan 2025 $3.29T`.
    private func ends(_ series: SeriesFact, _ column: SeriesFact.Column) -> TerminalLine {
        let known = series.times.indices.filter { column.values[$0] != nil }
        let texts = [known.first, known.last].compactMap { place -> String? in
            guard let place, let value = column.values[place] else { return nil }
            return NumberFormat.fine(value, column.unit, in: language) + " \(language.word(.on)) "
                + moment(series.times[place], series)
        }
        return [
            TerminalPiece(
                texts.joined(separator: " \(language.word(.to)) "), .quiet, .series(series))
        ]
    }

    private func moment(_ time: Timestamp, _ series: SeriesFact) -> String {
        MomentFormat.text(
            time, series.interval < .day ? .moment : .date, in: language)
    }

    // MARK: Price

    private func price(_ plot: PricePlot) -> [TerminalLine] {
        var lines = line(plot.bars, plot.bars.mainColumn, height: 8)
        let named = plot.overlays.map { overlay -> TerminalLine in
            let column = overlay.mainColumn
            let last = column?.values.last { $0 != nil } ?? nil
            let value =
                last.map { NumberFormat.fine($0, column?.unit ?? .usd, in: language) }
                ?? language.word(.noData)
            return entry(value, overlay.measureName(in: language), .series(overlay))
        }
        let ordered = plot.levels.sorted { ($0.value.number ?? 0) > ($1.value.number ?? 0) }
        let levels = ordered.map { level in
            entry(
                NumberFormat.text(level.value, in: language),
                NumberFormat.text(level.label, in: language),
                .fact(level.value))
        }
        lines += group(language.word(.lines), named) + group(language.word(.levels), levels)
        lines += group(language.word(.marks), plot.marks.flatMap(mark))
        guard let oscillator = plot.oscillator else { return lines }
        return lines + [[]] + panel(oscillator, height: 2).dropLast()
    }

    private func group(_ title: String, _ lines: [TerminalLine]) -> [TerminalLine] {
        lines.isEmpty ? [] : [[], [TerminalPiece(title, .quiet)]] + lines
    }

    private func entry(_ value: String, _ name: String, _ origin: Origin) -> TerminalLine {
        [
            .blank(12 - DisplayWidth.of(value)), TerminalPiece(value, .plain, origin), .blank(2),
            TerminalPiece(name, .plain, origin),
        ]
    }

    private func mark(_ mark: PricePlot.Mark) -> [TerminalLine] {
        let time = NumberFormat.text(mark.time, .moment, in: language)
        let lead = [
            TerminalPiece.blank(12 - DisplayWidth.of(time)),
            TerminalPiece(time, .quiet, .fact(mark.time)), .blank(2),
        ]
        return LineWrapping(width: width, lead: lead, indent: 14)
            .lines([
                TerminalPiece(
                    NumberFormat.text(mark.label, in: language), .plain, .fact(mark.label))
            ])
    }
}

/// Collects the elements of a picture. Colours are left to the style sheet of the page.
struct SVGWriter {
    private var body = ""
    /// What text with an origin passes through.
    let marking: any OriginMarking

    /// The side of a text that stands at its place.
    enum Anchor: String {
        /// The text begins there.
        case start
        /// The middle of the text is there.
        case middle
        /// The text ends there.
        case end
    }

    /// An empty picture.
    init(marking: any OriginMarking) {
        self.marking = marking
    }

    /// The picture, `width` by `height` units, with its name and description for those who do not
    /// see it.
    func picture(
        id: String, title: String, description: String, width: Double, height: Double
    ) -> String {
        """
        <svg role="img" aria-labelledby="\(id)-title \(id)-desc" \
        viewBox="0 0 \(Self.text(width)) \(Self.text(height))" xmlns="http://www.w3.org/2000/svg">
        <title id="\(id)-title" data-facts="">\(title)</title>
        <desc id="\(id)-desc" data-facts="">\(description)</desc>
        \(body)</svg>

        """
    }

    /// A straight line.
    mutating func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        body +=
            "<path class=\"\(kind)\" d=\"M\(Self.text(x1)) \(Self.text(y1))L\(Self.text(x2)) "
            + "\(Self.text(y2))\"/>\n"
    }

    /// A box; heights and widths below zero are drawn as zero.
    mutating func box(_ kind: String, x: Double, y: Double, width: Double, height: Double) {
        body +=
            "<rect class=\"\(kind)\" x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" "
            + "width=\"\(Self.text(max(0, width)))\" height=\"\(Self.text(max(0, height)))\"/>\n"
    }

    /// A line through points; `nil` lifts the pen, and a point between two gaps becomes a dot.
    mutating func path(_ kind: String, _ points: [(x: Double, y: Double)?]) {
        var commands = ""
        var isDrawing = false
        for (place, point) in points.enumerated() {
            guard let point else {
                isDrawing = false
                continue
            }
            let next = place + 1 < points.count ? points[place + 1] : nil
            let text = "\(Self.text(point.x)) \(Self.text(point.y))"
            commands += (isDrawing ? "L" : "M") + text
            // With round caps a line of no length is a dot.
            if !isDrawing, next == nil { commands += "h0" }
            isDrawing = true
        }
        if !commands.isEmpty { body += "<path class=\"\(kind)\" d=\"\(commands)\"/>\n" }
    }

    /// The area between two lines of equally many points, wherever both are drawn.
    mutating func band(
        _ kind: String, _ low: [(x: Double, y: Double)?], _ high: [(x: Double, y: Double)?]
    ) {
        var commands = ""
        var run: [(low: (x: Double, y: Double), high: (x: Double, y: Double))] = []
        func closed() -> String {
            guard run.count > 1 else { return "" }
            let outline = run.map(\.low) + run.reversed().map(\.high)
            return "M"
                + outline.map { "\(Self.text($0.x)) \(Self.text($0.y))" }.joined(separator: "L")
                + "Z"
        }
        for (low, high) in zip(low, high) {
            if let low, let high {
                run.append((low, high))
            } else {
                commands += closed()
                run = []
            }
        }
        commands += closed()
        if !commands.isEmpty { body += "<path class=\"\(kind)\" d=\"\(commands)\"/>\n" }
    }

    /// A label on an axis: the one kind of digits that no fact vouches for.
    mutating func tick(_ text: String, x: Double, y: Double, _ anchor: Anchor) {
        element("tick", x, y, anchor, HTMLEscaping.text(text))
    }

    /// Words and facts.
    mutating func text(
        _ kind: String, _ phrase: Phrase, x: Double, y: Double, _ anchor: Anchor = .start
    ) {
        element(
            kind, x, y, anchor, phrase.written(escape: HTMLEscaping.text, marking: marking))
    }

    private mutating func element(
        _ kind: String, _ x: Double, _ y: Double, _ anchor: Anchor, _ content: String
    ) {
        body +=
            "<text class=\"\(kind)\" x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" "
            + "text-anchor=\"\(anchor.rawValue)\">\(content)</text>\n"
    }

    /// A coordinate to a tenth of a unit, which is finer than a screen.
    static func text(_ coordinate: Double) -> String {
        let bounded = coordinate.isFinite ? max(-99_999, min(99_999, coordinate)) : 0
        let tenths = Int((bounded * 10).rounded())
        let fraction = abs(tenths % 10)
        let sign = tenths < 0 ? "-" : ""
        return sign + String(abs(tenths) / 10) + (fraction == 0 ? "" : ".\(fraction)")
    }
}

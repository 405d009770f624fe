/// Labels in the right margin, each tied to its height in the plot by a thin line.
struct SideLabels {
    /// A label and the height it speaks of.
    struct Label {
        /// The height wanted.
        let y: Double
        /// The words.
        let phrase: Phrase
        /// How it looks.
        let kind: String
    }

    private var labels: [Label] = []

    /// Adds a label.
    mutating func add(_ phrase: Phrase, at y: Double, _ kind: String) {
        labels.append(Label(y: y, phrase: phrase, kind: kind))
    }

    /// Draws the labels beside a plot from `top` to `bottom`.
    func draw(on canvas: inout ChartCanvas, from top: Double, to bottom: Double) {
        let places = LabelStack.spread(labels.map(\.y), spacing: 15, from: top + 4, to: bottom - 2)
        for (label, y) in zip(labels, places) {
            let edge = canvas.right
            canvas.writer.path("leader", [(edge + 2, label.y), (edge + 12, y)])
            canvas.writer.text("side " + label.kind, label.phrase, x: edge + 16, y: y + 4)
        }
    }
}

import Evidence
import Narrative

/// Writes tables, each in a box of its own that scrolls sideways on a narrow screen.
struct HTMLTable {
    /// The page the table stands on.
    let page: HTMLRenderer

    /// A table of a report.
    func html(_ table: Table) -> String {
        let isNumber = table.columns.map { $0.alignment == .trailing }
        let heads = table.columns.enumerated().map { place, column in
            "<th scope=\"col\"\(look(isNumber[place]))>\(page.text(column.title))</th>"
        }
        let rows = table.rows.enumerated().map { place, cells in
            let isTotal = table.endsWithTotal && place == table.rows.count - 1
            let cells = cells.enumerated().map { column, cell in
                "<td\(look(isNumber[column]))>\(page.cell(cell))</td>"
            }
            return "<tr\(isTotal ? " class=\"total\"" : "")>" + cells.joined() + "</tr>\n"
        }
        return box(page.text(table.caption), heads, rows)
    }

    /// The figures behind a chart; a cell of a run of values names the run, not each its receipt.
    func html(_ table: FigureTable) -> String {
        let heads = table.columns.map { column in
            "<th scope=\"col\"\(look(column.isNumber))>\(page.text(column.title))</th>"
        }
        let rows = table.rows.map { cells in
            let cells = zip(cells, table.columns).map { cell, column in
                self.cell(cell, look(column.isNumber))
            }
            return "<tr>" + cells.joined() + "</tr>\n"
        }
        return box(page.text(table.caption), heads, rows)
    }

    private func cell(_ cell: Phrase, _ look: String) -> String {
        guard page.marking is HTMLMarking, case .series(let series)? = cell.runs.first?.origin
        else {
            return "<td\(look)>\(page.text(cell))</td>"
        }
        return "<td\(look) data-series=\"\(series.id)\">\(page.words(cell))</td>"
    }

    private func look(_ isNumber: Bool) -> String { isNumber ? " class=\"number\"" : "" }

    private func box(_ caption: String, _ heads: [String], _ rows: [String]) -> String {
        """
        <div class="scroll" tabindex="0" role="group" aria-label="\(page.language.word(.table))">
        <table>
        <caption>\(caption)</caption>
        <thead><tr>\(heads.joined())</tr></thead>
        <tbody>
        \(rows.joined())</tbody>
        </table>
        </div>

        """
    }
}

import Narrative

/// The style of articles with notes; nothing for a report without one.
enum ArticleStyle {
    /// The most notes that light up with their words; behind them links lead to and fro.
    private static let mostLit = 400

    /// The style of a report's articles.
    static func sheet(_ report: Report) -> String {
        let articles = report.sections.flatMap(\.blocks).compactMap { block in
            if case .article(let article) = block { return article }
            return nil
        }
        guard let longest = articles.map(\.notes.count).max() else { return "" }
        return fixed + (1...max(1, min(longest, mostLit))).map(lit).joined()
    }

    /// A note comes into sight while its words are pointed at, and the words light up with the note.
    private static func lit(_ note: Int) -> String {
        let words = ".check:has(#n\(note):is(:hover,:focus-within,:target)) .c\(note)"
        let back = ".check:has(.c\(note):is(:hover,:focus)) #n\(note)"
        return "\(words){background:var(--lit)}"
            + "\(back){background:var(--lit);position:sticky;top:0;bottom:0;z-index:2}\n"
    }

    private static let fixed = """
        :root{--lit:#fdf0c4}
        @media (prefers-color-scheme:dark){:root{--lit:#4a3d12}}
        .page:has(.check){max-width:82rem}
        .page:has(.check) section p{max-width:none}
        .page:has(.check) h1,.page:has(.check) .lead{max-width:50rem}
        .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.4rem;font-size:.88rem;color:var(--soft)}
        .check{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:2.5rem;\
        align-items:start}
        .told{font-size:1.06rem;line-height:1.75;overflow-wrap:anywhere}
        .told p{white-space:pre-line}
        .claim{text-decoration:underline 1px;text-underline-offset:.28em;border-radius:2px;\
        text-decoration-color:var(--tone);-webkit-box-decoration-break:clone;box-decoration-break:clone}
        .right{--tone:var(--rise)}.near{--tone:var(--d)}.open{--tone:var(--a)}.wrong{--tone:var(--fall)}
        .silent{--tone:var(--rule)}
        .claim.near{text-decoration-style:dashed}.claim.open{text-decoration-style:dotted;\
        text-decoration-thickness:2px}
        .claim.wrong{text-decoration-style:wavy}.claim.wrong,.claim.near,.claim.open{\
        font-weight:600}
        .told sup{line-height:0;font-size:.68em;font-weight:600;margin:0}
        .told sup a{text-decoration:none;color:var(--tone);padding:.15em .1em}
        .told sup a.silent{color:var(--soft)}
        .notes{list-style:none;margin:0;padding:0;position:sticky;top:1rem;max-height:calc(100vh - 2rem);\
        overflow-y:auto;overscroll-behavior:contain;font-size:.9rem;line-height:1.5;\
        border-top:1px solid var(--rule)}
        .note{padding:.7rem .8rem .75rem;border-bottom:1px solid var(--rule);\
        border-left:4px solid var(--tone);background:var(--paper);margin:0;scroll-margin:1rem}
        .note+.note{margin-top:0}
        .note p{margin-top:.3rem}
        .note .verdict{margin-top:0}
        .note .verdict a{display:inline-block;min-width:1.7em;font-weight:600;text-decoration:none;\
        color:var(--soft)}
        .sign{color:var(--tone)}.silent .sign{color:var(--soft)}
        .note.silent{color:var(--soft)}
        .note blockquote{margin:.25rem 0 0;padding:0;font-style:italic;overflow-wrap:anywhere}
        .note:target,.told a:target{background:var(--lit)}
        .told a:focus-visible,.note a:focus-visible,.notes:focus-visible{outline:2px solid var(--link);\
        outline-offset:2px;border-radius:2px}
        @media (max-width:60rem){.check{display:block}.notes{position:static;max-height:none;\
        overflow:visible;margin-top:2rem}}
        @media print{.check{display:block}.notes{position:static;max-height:none;overflow:visible;\
        margin-top:1rem;font-size:9pt}.note{break-inside:avoid}.claim{background:none!important}\
        .page:has(.check){max-width:none}}

        """
}

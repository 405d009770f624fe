/// The style sheet of the page: system fonts, quiet colours that pass AA in light and dark, blue for
/// up and orange for down, which colour-blind readers tell apart.
enum HTMLStyle {
    /// The whole sheet.
    static let sheet = colours + page + tables + figures + pictures + print

    private static let colours = """
        :root{color-scheme:light dark;--paper:#fffefb;--ink:#1b1b19;--soft:#5c5a54;--rule:#dcd9d0;\
        --faint:#eceae3;--wash:#f6f4ee;--rise:#1763a6;--fall:#b5480b;--a:#7a3d94;--b:#1a7560;\
        --c:#3d5a80;--d:#8a6100;--e:#9c2f5a;--link:#1763a6}
        @media (prefers-color-scheme:dark){:root{--paper:#15161a;--ink:#e9e6df;--soft:#a8a49a;\
        --rule:#3a3b40;--faint:#26272c;--wash:#1d1e23;--rise:#6db3f2;--fall:#f59a57;--a:#c99be0;\
        --b:#5fc7ab;--c:#9db9dd;--d:#dcb35a;--e:#ec8fb3;--link:#6db3f2}}

        """

    private static let page = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
        body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,\
        "Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
        .page{max-width:50rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
        p,ul,figure,h1,h2,h3{margin:0}
        p+p,p+ul,ul+p{margin-top:.9rem}
        .question{color:var(--soft);font-size:.95rem;letter-spacing:.01em}
        h1{font-size:clamp(1.55rem,1.1rem + 2.4vw,2.3rem);line-height:1.2;letter-spacing:-.015em;\
        font-weight:700;margin-top:.5rem;text-wrap:balance}
        .lead{margin-top:1.25rem;padding-top:1.25rem;border-top:2px solid var(--ink);font-size:1.1rem}
        .lead,section p,section li{max-width:42rem}
        section{margin-top:3.2rem}
        h2{font-size:1.3rem;line-height:1.3;letter-spacing:-.01em;margin-bottom:.8rem}
        h3{font-size:1rem;line-height:1.4}
        ul{padding-left:1.2rem}
        li+li{margin-top:.35rem}
        section>*+*{margin-top:1.2rem}
        section>h2+*{margin-top:0}
        a{color:var(--link)}
        .skip{position:absolute;left:-99rem}
        .skip:focus{position:fixed;left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;\
        border:2px solid var(--link);z-index:9}
        .thin{margin-top:1.25rem;padding:.7rem 1rem;border-left:4px solid var(--fall);\
        background:var(--wash)}
        .missing li strong{color:var(--fall)}
        .sources,footer{font-size:.88rem;color:var(--soft)}
        .sources h2{color:var(--ink)}
        .sources li,.sources a{overflow-wrap:anywhere}
        footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule)}
        .fact{unicode-bidi:isolate;text-decoration:underline dotted transparent;\
        text-underline-offset:.22em;text-decoration-thickness:1px}
        .fact:hover,.fact:focus{text-decoration-color:currentColor}
        span.fact{cursor:help}
        .fact:focus-visible,.scroll:focus-visible,summary:focus-visible,a:focus-visible{\
        outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
        span.fact:focus-visible::before{content:attr(title);position:fixed;left:0;right:0;bottom:0;\
        z-index:8;padding:.7rem 1.25rem;background:var(--ink);color:var(--paper);white-space:pre-line;\
        font-size:.82rem;line-height:1.45;font-weight:400;text-align:left}
        .floor,.estimated,.simulated{text-decoration-color:var(--soft)}
        .estimated::after,.simulated::after{content:"\\2060 est.";font-size:.62em;vertical-align:.5em;\
        color:var(--soft);margin-left:.15em;font-weight:400}
        .simulated::after{content:"\\2060 sim."}
        .noData,.undecidable{color:var(--soft);font-style:italic}

        """

    private static let tables = """
        .scroll{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.4}
        caption{text-align:left;color:var(--soft);padding:0 0 .5rem;font-size:.92rem}
        th{font-weight:600;text-align:left;color:var(--soft);font-size:.82rem;vertical-align:bottom}
        th,td{padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--faint);vertical-align:top}
        th:last-child,td:last-child{padding-right:0}
        thead th{border-bottom:1px solid var(--rule)}
        .number{text-align:right;white-space:nowrap}
        .total td,.total th{border-top:1px solid var(--ink);border-bottom:0;font-weight:600}

        """

    private static let figures = """
        figure{border-top:1px solid var(--rule);padding-top:1rem}
        figcaption p{color:var(--soft);font-size:.95rem;line-height:1.5;max-width:42rem}
        .picture{margin-top:1rem}
        .picture svg{display:block;width:100%;min-width:680px;height:auto}
        .picture.small svg{min-width:560px;max-width:44rem}
        details{margin-top:.6rem;font-size:.9rem}
        summary{cursor:pointer;color:var(--soft)}
        details .scroll{max-height:24rem;overflow:auto;margin-top:.6rem}
        details table{font-size:.8rem;width:auto}
        details th+th,details td+td{padding-left:1rem}
        details td,details th{padding-top:.2rem;padding-bottom:.2rem}

        """

    private static let pictures = """
        svg text{font-size:12px;fill:var(--ink);font-family:inherit}
        svg .fact{text-decoration:none}
        svg .tick,svg .unit,svg .quiet{fill:var(--soft)}
        svg .unit{font-size:12px}
        svg .grid{stroke:var(--faint);fill:none}
        svg .axis{stroke:var(--soft);fill:none}
        svg .leader{stroke:var(--soft);stroke-width:.7;opacity:.6;fill:none}
        svg .level{stroke:var(--soft);stroke-dasharray:2 4;fill:none}
        svg .mark{stroke:var(--soft);stroke-width:.8;opacity:.55;fill:none}
        svg .note,svg .side,svg .value{paint-order:stroke;stroke:var(--paper);stroke-width:4px;\
        stroke-linejoin:round}
        svg .last{font-weight:700}
        svg .name{font-weight:500}
        svg .wick{fill:none}
        svg .rise{stroke:var(--rise);fill:var(--rise)}
        svg .fall{stroke:var(--fall);fill:var(--fall)}
        svg .candle.rise,svg .hollow{fill:var(--paper)}
        svg .bar,svg .column{stroke-width:1}
        svg .whisker{stroke:var(--ink);stroke-width:1.5}
        svg .line{fill:none;stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
        svg .price{stroke:var(--ink)}
        svg path.hue-a{stroke:var(--a)}svg text.hue-a{fill:var(--a)}
        svg path.hue-b{stroke:var(--b);stroke-dasharray:7 3}svg text.hue-b{fill:var(--b)}
        svg path.hue-c{stroke:var(--c)}svg text.hue-c{fill:var(--c)}
        svg path.hue-d{stroke:var(--d);stroke-dasharray:3 3}svg text.hue-d{fill:var(--d)}
        svg path.hue-e{stroke:var(--e)}svg text.hue-e{fill:var(--e)}
        svg path.solid{stroke-dasharray:none}
        svg .band{stroke:none!important;opacity:.16}
        svg path.band.hue-a{fill:var(--a)}svg path.band.hue-b{fill:var(--b)}
        svg path.band.hue-c{fill:var(--c)}svg path.band.hue-d{fill:var(--d)}
        svg path.band.hue-e{fill:var(--e)}
        svg .dot{stroke-width:7}
        svg .stretch{stroke-width:5;opacity:.4;stroke-linecap:round;fill:none}
        svg rect.hue-c{fill:var(--c);stroke:var(--c)}svg rect.hue-d{stroke:var(--d)}
        svg rect.hue-e{fill:var(--e);stroke:var(--e)}

        """

    private static let print = """
        @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--faint:#e4e4e4}\
        body{font-size:10.5pt}.page{max-width:none;padding:0}.skip,details,footer{display:none}\
        section,figure,tr{break-inside:avoid}section{break-inside:auto;margin-top:1.6rem}\
        h2,figcaption{break-after:avoid}.picture svg{min-width:0!important}.scroll{overflow:visible}}

        """
}

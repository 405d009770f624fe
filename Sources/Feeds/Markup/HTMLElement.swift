/// The elements of HTML, as far as they matter to its text.
///
/// Source: the WHATWG HTML standard's index of elements, and those it names obsolete.
enum HTMLElement {
    /// The names, in lower case.
    static let names: Set<String> = Set(
        (parting + running).split(separator: " ").map(String.init))

    /// The length of the longest name.
    static let longest = 10

    /// Whether the element stands apart, so that the words around its tags are not one word.
    static func partsWords(_ name: String) -> Bool {
        partingNames.contains(name)
    }

    private static let partingNames = Set(parting.split(separator: " ").map(String.init))

    private static let parting = """
        address article aside blockquote body br caption center dd details dialog dir div dl dt \
        fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html \
        iframe img legend li link main menu meta nav noframes noscript object ol optgroup option p \
        pre search section select summary table tbody td template textarea tfoot th \
        thead title tr ul video audio embed canvas svg math
        """

    private static let running = """
         a abbr acronym applet area b base basefont bdi bdo big button cite code col colgroup data \
        datalist del dfn em font frame i input ins kbd label map mark marquee meter nobr output param \
        picture progress q rp rt ruby s samp script slot small source span strike strong style sub sup time track \
        tt u var wbr
        """
}

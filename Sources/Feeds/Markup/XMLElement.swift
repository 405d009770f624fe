/// An element's name in the vocabulary it belongs to.
struct XMLElement: Hashable {
    /// Vocabularies whose elements mean something here.
    enum Vocabulary: Hashable {
        /// RSS: no namespace, or one of the elder RSS.
        case rss
        case atom
        case resourceDescription
        case dublinCore
        case dublinCoreTerms
        case html
        /// Any other: `media:title` is no title.
        case other
    }

    let vocabulary: Vocabulary
    /// The name without its prefix.
    let name: String

    /// The vocabulary of a namespace.
    static func vocabulary(_ namespace: String) -> Vocabulary {
        switch namespace {
        case "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
            "http://backend.userland.com/rss2", "http://channel.netscape.com/rdf/simple/0.9/":
            .rss
        case "http://www.w3.org/2005/Atom": .atom
        case "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .resourceDescription
        case "http://purl.org/dc/elements/1.1/": .dublinCore
        case "http://purl.org/dc/terms/": .dublinCoreTerms
        case "http://www.w3.org/1999/xhtml": .html
        default: .other
        }
    }

    /// The vocabulary of a prefix that the feed forgot to declare.
    static func customary(_ prefix: String) -> Vocabulary {
        switch prefix {
        case "": .rss
        case "atom": .atom
        case "rdf": .resourceDescription
        case "dc": .dublinCore
        case "dcterms": .dublinCoreTerms
        default: .other
        }
    }
}

/// The subjects that reports are made of.
extension Subject {
    /// The question itself.
    public static let question: Subject = Subject("question")
    /// The provider's index of the whole market.
    public static let total: Subject = .index("TOTAL")
    /// Our own index of the whole market.
    public static let own: Subject = .index("own")
    /// The members of our own index that a table does not list.
    public static let rest: Subject = Subject("index:own/rest")

    /// A group within a sector.
    public static func sector(_ sector: String, group: String) -> Subject {
        Subject("sector:\(sector)/group:\(group)")
    }

    /// The kind of the innermost thing: `asset` of `venue:binance/asset:BTC`.
    public var kind: String {
        let last = text.split(separator: "/").last ?? ""
        return String(last.prefix { $0 != ":" })
    }

    /// The subject that holds this one: `venue:binance` of `venue:binance/asset:BTC`.
    public var parent: Subject? {
        guard let slash = text.lastIndex(of: "/") else { return nil }
        return Subject(String(text[..<slash]))
    }
}

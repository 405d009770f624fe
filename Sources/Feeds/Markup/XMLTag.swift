/// A start tag as it was written, its references resolved.
struct XMLTag {
    /// One attribute.
    struct Attribute {
        let name: String
        let value: String
    }

    /// The name with its prefix, if any.
    let name: String
    /// The attributes, in their order.
    var attributes: [Attribute] = []
    /// Whether it ends its element too: `<link/>`.
    var isEmpty = false

    /// The value of an attribute without a prefix.
    func value(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }
}

/// A field that the format does not have: a slip of the pen that would else change nothing in silence.
struct UnknownField: Error {
    let path: [any CodingKey]

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Throws the first by name of the fields that are not of a kind.
    static func refuse<Key: CodingKey & CaseIterable>(
        in decoder: any Decoder, _ keys: Key.Type
    ) throws {
        let known = Set(keys.allCases.map(\.stringValue))
        let found = try decoder.container(keyedBy: AnyKey.self).allKeys
        let unknown = found.filter { !known.contains($0.stringValue) }
            .min { $0.stringValue < $1.stringValue }
        if let unknown { throw UnknownField(path: decoder.codingPath + [unknown]) }
    }
}

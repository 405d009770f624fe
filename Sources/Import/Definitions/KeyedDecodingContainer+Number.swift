extension KeyedDecodingContainer {
    /// A number that may be missing. One that its type cannot hold is told by its place, as one of
    /// another type is; by itself the decoder says no more than that the file is damaged.
    func number<Number: Decodable>(
        _ type: Number.Type, forKey key: Key
    ) throws -> Number? {
        do {
            return try decodeIfPresent(type, forKey: key)
        } catch DecodingError.typeMismatch(let type, let context) {
            throw DecodingError.typeMismatch(type, context)
        } catch {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "no number of its type")
        }
    }
}

internal import ArgumentParser
internal import Import

/// The name of a format of stories.
struct ImportedFormat: ExpressibleByArgument {
    let name: String

    /// One of the names; `nil` for any other.
    init?(argument: String) {
        guard NewsImport.formats.contains(argument) else { return nil }
        name = argument
    }

    static var allValueStrings: [String] { NewsImport.formats }
}

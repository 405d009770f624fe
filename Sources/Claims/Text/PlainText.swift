/// Plain text: an empty line ends a block, any other line end stays, for the lexer to weigh.
enum PlainText {
    static func read(_ bytes: ArraySlice<UInt8>, into sink: inout TextSink) {
        var isLineEmpty = true
        for (scalar, origin) in SourceScalars(bytes) {
            guard scalar == "\n" else {
                if scalar != " ", scalar != "\t", scalar != "\r" { isLineEmpty = false }
                sink.append(scalar, at: origin)
                continue
            }
            if isLineEmpty { sink.endBlock(at: origin) } else { sink.append("\n", at: origin) }
            isLineEmpty = true
        }
        sink.endBlock(at: bytes.count)
    }
}

import Import
import Testing

@Suite struct GzipReaderTests {
    @Test(arguments: [
        (GzipVectors.hello, "hello, market\n"), (GzipVectors.nothing, ""),
        (GzipVectors.members, "first,second"), (GzipVectors.named, "named\n"),
        (GzipVectors.hello + GzipVectors.named, "hello, market\nnamed\n"),
        (GzipVectors.barsFile, GzipVectors.bars),
    ])
    func inflatesWhatPythonPacked(file: [UInt8], content: String) throws {
        #expect(try GzipReader.inflate(file) == Array(content.utf8))
    }

    @Test func theLimitIsOnTheContent() throws {
        let zeros = try GzipReader.inflate(GzipVectors.million, limit: 1_000_000)
        #expect(zeros == Array(repeating: 0, count: 1_000_000))
        #expect(throws: GzipError.tooLarge(limit: 999_999)) {
            try GzipReader.inflate(GzipVectors.million, limit: 999_999)
        }
        #expect(throws: GzipError.tooLarge(limit: 0)) {
            try GzipReader.inflate(GzipVectors.hello, limit: 0)
        }
    }

    @Test(arguments: [GzipVectors.hello, GzipVectors.named, GzipVectors.barsFile])
    func everyTruncationIsTold(file: [UInt8]) {
        #expect(throws: GzipError.empty) { try GzipReader.inflate([]) }
        for size in 1..<file.count {
            #expect(throws: GzipError.truncated, "\(size) bytes") {
                try GzipReader.inflate(Array(file.prefix(size)))
            }
        }
    }

    @Test func ofSeveralMembersOnlyWholeOnesAreRead() throws {
        let file = GzipVectors.members
        // The first member ends at 26 bytes, the second is 20 long: from Python, `len(gzip.compress(…))`.
        for size in 1..<file.count where size != 26 && size != 46 {
            #expect(throws: GzipError.truncated, "\(size) bytes") {
                try GzipReader.inflate(Array(file.prefix(size)))
            }
        }
        #expect(try GzipReader.inflate(Array(file.prefix(26))) == Array("first,".utf8))
    }

    @Test(arguments: [
        [0], [0x1e, 0x8b], Array("tail".utf8), [0x1f, 0x8c, 8, 0, 0, 0, 0, 0, 0, 0],
    ])
    func whatStandsBehindIsDamage(tail: [UInt8]) {
        let failure = #expect(throws: GzipError.self) {
            try GzipReader.inflate(GzipVectors.hello + tail)
        }
        guard case .corrupt(let offset) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(offset >= GzipVectors.hello.count)
    }

    /// A flip in the header may go unseen (nothing guards the time stamp), and one in the bits that
    /// fill the last byte before the trailer; elsewhere not. The content is right or there is none.
    @Test(arguments: [
        (GzipVectors.hello, "hello, market\n"), (GzipVectors.barsFile, GzipVectors.bars),
    ])
    func noFlippedByteTrapsOrChangesTheContent(file: [UInt8], content: String) {
        for place in file.indices {
            for bit in 0..<8 {
                var bytes = file
                bytes[place] ^= 1 << UInt8(bit)
                guard let inflated = try? GzipReader.inflate(bytes) else { continue }
                #expect(inflated == Array(content.utf8), "byte \(place), bit \(bit)")
                #expect(place < 10 || place == file.count - 9, "byte \(place) is guarded")
            }
        }
    }
}

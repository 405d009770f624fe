import Testing

/// House limits: files of 500 lines, functions of 60.
@Suite struct SizeTests {
    @Test func filesAreShort() throws {
        for file in try SourceFile.all() {
            let lines = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
            #expect(lines <= 500, "\(file.path)")
        }
    }

    @Test func functionsAreShort() throws {
        var counted = 0
        for file in try SourceFile.all() {
            for function in FunctionLengths(file.code).functions {
                counted += 1
                #expect(function.length <= 60, "\(file.path):\(function.line)")
            }
        }
        #expect(counted > 500, "too few functions were recognised")
    }
}

import Downdraft
import FoundationEssentials
import Import
import Market
import Rendering
import Store

/// Times the parts that a question spends its life in, each alone.
///
///     DowndraftBench CASE STORE DOUBLES [REPEATS]
///     DowndraftBench --columns STORE AT [REPEATS]
///     DowndraftBench --stream COUNT
///
/// `DOUBLES` is a file of doubles in the machine's own order. Prints a line of JSON a part. With
/// `--columns` the one part is reading ten years of daily bars of every instrument, see
/// `ColumnReading`. `--stream` updates indicators value by value and times nothing: for who counts
/// allocations.
@main
struct DowndraftBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "--stream", let count = Int(arguments[2]) {
            return print(Kernels.streamed(count: count))
        }
        guard arguments.count >= 4 else {
            throw BenchProblem(
                what: "usage: DowndraftBench CASE STORE DOUBLES | --columns STORE AT [REPEATS]")
        }
        let repeats = arguments.count > 4 ? Int(arguments[4]) ?? 5 : 5
        if arguments[1] == "--columns" {
            let parts = try ColumnReading.parts(store: arguments[2], at: arguments[3])
            return Stopwatch.lines(parts, repeats: repeats).forEach { print($0) }
        }
        let kernels = try Kernels(file: arguments[3])
        let parts =
            try kernels.parts + readers(folder: arguments[1]) + renderers(store: arguments[2])
        for line in Stopwatch.lines(parts, repeats: repeats) { print(line) }
        for line in await kernels.coreLines(assets: 64, repeats: repeats) { print(line) }
    }

    private static func readers(folder: String) throws -> [Part] {
        let name = "bars-binance-1h.csv.gz"
        let path = URL(filePath: folder, directoryHint: .isDirectory).appending(path: name)
        let packed = [UInt8](try Data(contentsOf: path))
        let bytes = try GzipReader.inflate(packed)
        return [
            Part(name: "inflate", elements: bytes.count) {
                Double(try GzipReader.inflate(packed).count)
            },
            Part(name: "decode", elements: bytes.count) {
                Double(try RowDecoder.rows(of: bytes, kind: .bars, file: name).count)
            },
        ]
    }

    private static func renderers(store: String) throws -> [Part] {
        guard let asOf = Timestamp("2025-01-27T12:00Z"),
            let question = Question(asOf: asOf, window: .dayLong)
        else { throw BenchProblem(what: "the question is not one") }
        let report = try Engine(store: store).answer(question)
        return ReportFormat.allCases.map { format in
            let renderer = format.renderer()
            return Part(name: format.rawValue, elements: renderer.render(report).utf8.count) {
                Double(renderer.render(report).utf8.count)
            }
        }
    }
}

/// Why nothing was measured.
struct BenchProblem: Error {
    let what: String
}

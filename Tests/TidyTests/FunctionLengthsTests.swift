import Testing

@Suite struct FunctionLengthsTests {
    @Test(
        arguments: [
            ("func a() {}", [1]), ("func a() {\n}\n", [2]),
            ("protocol P {\n  func a()\n  var b: Int { get }\n}", [1]),
            ("struct S {\n  let a: Int\n  init() {\n    a = 1\n  }\n  func b() {\n  }\n}", [3, 2]),
            ("func a(\n  _ b: (Int) -> Void = { _ in\n  }\n) {\n}", [5]),
            ("var a: Int {\n  get { 1 }\n  set {\n  }\n}", [5]),
            ("func a() {\n  func b() {\n  }\n  f.init() { }\n}", [2, 5]),
            ("let a = [1].map {\n  $0\n}", [3]), ("enum E {\n  case a\n}", []),
            ("func a() { \"}\" // }\n}", [2]), ("subscript(a: Int) -> Int {\n  1\n}", [3]),
        ] as [(String, [Int])])
    func counts(source: String, expected: [Int]) {
        #expect(FunctionLengths(SourceText(source)).functions.map(\.length) == expected)
    }
}

import Evidence
import Market
import Narrative
import Testing

@testable import Rendering

@Suite struct HTMLRendererTests {
    let page = HTMLRenderer().render(RichSample.report())

    @Test func needsNothingElse() {
        #expect(page.contains("default-src 'none'"))
        for word in ["<script", "<link", "<img", "<iframe", "@import", "url(", " src=", " onload"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(!page.contains("javascript:alert(1)\""))
    }

    @Test func everyTagThatOpensCloses() {
        #expect(PageText.nestingFault(page) == nil)
        #expect(PageText.nestingFault(HTMLRenderer().render(SmallSample.report())) == nil)
    }

    @Test func namesOnThePageAreUnique() {
        let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
        #expect(ids.count == Set(ids).count)
        for used in page.matches(of: #/aria-labelledby="([^"]*)"/#) {
            for id in used.output.1.split(separator: " ") { #expect(ids.contains(String(id))) }
        }
    }

    @Test func figuresCarryTheirReceipt() {
        let page = HTMLRenderer().render(SmallSample.report())
        let id = SmallSample.share.id
        #expect(page.contains("class=\"fact estimated\" data-fact=\"\(id)\" tabindex=\"0\" title="))
        #expect(page.contains("forcedShare.24h of index:TOTAL&#10;from 11.00 % to 29.00 %"))
        #expect(page.contains("sample-method@1, estimated&#10;observed 2025-01-27T12:00:00Z"))
    }

    @Test func noAddressBecomesALink() {
        let page = HTMLRenderer().render(SmallSample.report())
        #expect(!page.contains("href=\"http") && !page.contains("javascript:"))
    }

    /// WCAG AA for text: 4.5 to 1, computed from the colours in the sheet itself.
    @Test func coloursCanBeRead() throws {
        for (paper, inks) in [
            (
                "fffefb",
                [
                    "1b1b19", "5c5a54", "1763a6", "b5480b", "7a3d94", "1a7560", "3d5a80", "8a6100",
                    "9c2f5a",
                ]
            ),
            (
                "15161a",
                [
                    "e9e6df", "a8a49a", "6db3f2", "f59a57", "c99be0", "5fc7ab", "9db9dd", "dcb35a",
                    "ec8fb3",
                ]
            ),
        ] {
            #expect(HTMLStyle.sheet.contains("--paper:#\(paper)"))
            for ink in inks {
                #expect(HTMLStyle.sheet.contains("#\(ink)"))
                let (light, dark) = (
                    max(try shine(paper), try shine(ink)), min(try shine(paper), try shine(ink))
                )
                #expect((light + 0.05) / (dark + 0.05) >= 4.5, "\(ink) on \(paper)")
            }
        }
    }

    /// Relative luminance by WCAG 2.2.
    private func shine(_ colour: String) throws -> Double {
        let value = try #require(UInt32(colour, radix: 16))
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
            let level = Double(part) / 255
            return level <= 0.04045 ? level / 12.92 : power((level + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// x to the power of 2.4, as x² times the fifth root of x².
    private func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}

import Testing

@testable import Completions

@Suite struct EndpointTests {
    @Test(
        arguments: [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/chat/completions"),
            ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
            ("HTTP://127.1.2.3/v1", "http://127.1.2.3/v1/chat/completions"),
            ("http://[::1]:8080/a", "http://[::1]:8080/a/v1/chat/completions"),
            ("http://127.0.0.1:1/v1/chat/completions", "http://127.0.0.1:1/v1/chat/completions"),
        ])
    func onThisMachine(text: String, address: String) throws {
        let endpoint = try Endpoint(text, allowsRemote: false)
        #expect(endpoint.address == address && endpoint.isLocal)
    }

    @Test(arguments: [
        "http://192.168.1.2:8080", "https://api.example.com", "http://127.0.0.1.example.com",
        "http://127.0.0.256", "http://127.1", "http://0x7f.0.0.1", "http://localhost.example",
        "http://0.0.0.0", "http://[::]", "http://127.0.0.1x.example",
    ])
    func elsewhereIsNotAllowed(text: String) {
        #expect(throws: Endpoint.Fault.self) { try Endpoint(text, allowsRemote: false) }
    }

    @Test func elsewhereTakesEncryption() throws {
        let endpoint = try Endpoint("https://api.example.com/v1", allowsRemote: true)
        #expect(!endpoint.isLocal)
        #expect(throws: Endpoint.Fault.unencrypted) {
            try Endpoint("http://api.example.com", allowsRemote: true)
        }
    }

    @Test(arguments: [
        "", "127.0.0.1:8080", "file:///etc/passwd", "http://", "http://a:b@127.0.0.1",
        "http://127.0.0.1/?key=a", "http://127.0.0.1/#a", "ftp://127.0.0.1",
        "http://127.0.0.1:99999", "http://127.0.0.1 evil",
    ])
    func whatIsNoEndpoint(text: String) {
        #expect(throws: Endpoint.Fault.unreadable) { try Endpoint(text, allowsRemote: true) }
    }
}

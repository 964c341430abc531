import HTTPTypes
import ProviderTestSupport
import Testing
import WhatsAppBusiness
import WhatsAppChatAPI

@Suite("The namespace of a template")
struct NamespaceTests {
    private static func rows(_ rows: String...) -> ScriptedTransport.Step {
        .answer(status: 200, body: #"{"templates":[\#(rows.joined(separator: ","))]}"#)
    }

    private static let own =
        #"{"name":"hello","namespace":"aaaaaaaa_bbbb_cccc_dddd_000000000001","language":"en_US","status":"approved","components":"[]"}"#
    private static let renamed =
        #"{"name":"update","message_template_namespace":"aaaaaaaa_bbbb_cccc_dddd_000000000001","language":"en_US"}"#
    private static let bare = #"{"name":"bare","language":"en_US","status":"APPROVED"}"#
    private static let sent = ScriptedTransport.Step.answer(status: 200, body: acceptedAnswer)

    private func namespaces(_ transport: ScriptedTransport) async throws -> [String?] {
        try await transport.received.filter { $0.request.method == .post }.map {
            try JSONValue(parsing: $0.body)["namespace"]?.string
        }
    }

    @Test("is looked up once and kept, copies of the provider included") func once() async throws {
        let transport = ScriptedTransport([Self.rows(Self.own, Self.renamed), Self.sent, Self.sent, Self.sent])
        let chat = makeChat(transport, namespace: nil)
        try await chat.send(.template("hello", language: "en_US"), to: "+15550001111")
        try await chat.send(.template("update", language: "en_US"), to: "+15550001111")
        try await chat.with { $0.retryPolicy = .never }.send(.template("hello", language: "de"), to: "+15550001111")
        let paths = await transport.received.map(\.request.path)
        #expect(paths.first == "/instance123456/templates?limit=100&offset=0&token=\(encodedToken)")
        #expect(paths.count == 4)
        #expect(
            try await namespaces(transport) == Array(repeating: "aaaaaaaa_bbbb_cccc_dddd_000000000001", count: 3))
    }

    @Test("is the channel's only one for a row that names none") func fallback() async throws {
        let transport = ScriptedTransport([Self.rows(Self.own, Self.bare), Self.sent])
        try await makeChat(transport, namespace: nil).send(.template("bare", language: "en_US"), to: "+15550001111")
        // A miss is looked up once more, since the template may be new.
        #expect(try await namespaces(transport) == ["aaaaaaaa_bbbb_cccc_dddd_000000000001"])
    }

    @Test("is looked up again for a template that is not there yet, and then no more") func miss() async throws {
        let transport = ScriptedTransport([
            Self.rows(Self.own), Self.sent, Self.rows(Self.own), Self.sent, Self.sent,
        ])
        let chat = makeChat(transport, namespace: nil)
        for name in ["hello", "new", "new"] {
            try await chat.send(.template(name, language: "en_US"), to: "+15550001111")
        }
        #expect(await transport.received.count == 5)
        #expect(
            try await namespaces(transport) == Array(repeating: "aaaaaaaa_bbbb_cccc_dddd_000000000001", count: 3))
    }

    @Test("is never looked up where the message or the settings give it") func given() async throws {
        let transport = ScriptedTransport([Self.sent, Self.sent])
        var template = TemplateMessage(name: "hello", language: "en_US")
        template.namespace = "mine"
        try await makeChat(transport, namespace: nil).send(.template(template), to: "+15550001111")
        try await makeChat(transport).send(.template("hello", language: "en_US"), to: "+15550001111")
        #expect(try await namespaces(transport) == ["mine", testNamespace])
        #expect(await transport.received.count == 2)
    }

    @Test("is left out where the service knows none") func none() async throws {
        let transport = ScriptedTransport([Self.rows(), Self.sent])
        try await makeChat(transport, namespace: nil).send(.template("hello", language: "en_US"), to: "+15550001111")
        #expect(try await namespaces(transport) == [nil])
    }

    @Test("of many sends at once is one look-up") func shared() async throws {
        let gate = GatedTransport(first: #"{"templates":[\#(Self.own)]}"#, rest: acceptedAnswer)
        let chat = makeChat(gate, namespace: nil)
        try await withThrowingTaskGroup(of: MessageID.self) { group in
            for _ in 0..<20 {
                group.addTask { try await chat.send(.template("hello", language: "en_US"), to: "+15550001111").id }
            }
            await gate.open()
            for try await id in group { #expect(id == "wamid.OUT1") }
        }
        #expect(await gate.paths.filter { $0.contains("/templates?") }.count == 1)
        #expect(await gate.paths.filter { $0.contains("/sendTemplate?") }.count == 20)
    }

    @Test("that cannot be looked up leaves the message certainly unsent") func failed() async throws {
        let transport = ScriptedTransport([.answer(status: 500, body: "")])
        let chat = makeChat(transport, namespace: nil) { $0.retryPolicy = .never }
        let error = await failure { () async throws(WhatsAppError) in
            try await chat.send(.template("hello", language: "en_US"), to: "+15550001111")
        }
        #expect(error?.code == .unavailable)
        #expect(error?.outcome == .notSent)
        #expect(await transport.received.count == 1)
    }

    @Test("is not waited for by a task that was cancelled") func cancelled() async throws {
        let gate = GatedTransport(first: #"{"templates":[\#(Self.own)]}"#, rest: acceptedAnswer)
        let chat = makeChat(gate, namespace: nil)
        let patient = Task { try await chat.send(.template("hello", language: "en_US"), to: "+15550001111").id }
        await gate.untilAsked()
        let hasty = Task {
            await failure { () async throws(WhatsAppError) in
                try await chat.send(.template("hello", language: "en_US"), to: "+15550001111")
            }
        }
        hasty.cancel()
        let error = await hasty.value
        #expect(error?.code == .cancelled)
        #expect(error?.outcome == .notSent)
        await gate.open()
        #expect(try await patient.value == "wamid.OUT1")
    }

    @Test("is found on any page; a host that knows no pages is asked no more than twice") func pages() async throws {
        let many = (0..<100).map { #"{"name":"t\#($0)","language":"en_US","namespace":"n"}"# }
        let full = ScriptedTransport.Step.answer(
            status: 200, body: #"{"templates":[\#(many.joined(separator: ","))]}"#)
        let paged = ScriptedTransport([full, Self.rows(Self.own), Self.sent])
        try await makeChat(paged, namespace: nil).send(.template("hello", language: "en_US"), to: "+15550001111")
        #expect(try await namespaces(paged) == ["aaaaaaaa_bbbb_cccc_dddd_000000000001"])
        let unpaged = ScriptedTransport([full, full, Self.sent])
        try await makeChat(unpaged, namespace: nil).send(.template("t7", language: "en_US"), to: "+15550001111")
        #expect(try await namespaces(unpaged) == ["n"])
    }
}

/// Holds its first answer back until it is opened.
actor GatedTransport: HTTPTransport {
    private let first: String
    private let rest: String
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var watchers: [CheckedContinuation<Void, Never>] = []
    private(set) var paths: [String] = []

    init(first: String, rest: String) {
        self.first = first
        self.rest = rest
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func untilAsked() async {
        guard paths.isEmpty else { return }
        await withCheckedContinuation { watchers.append($0) }
    }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, options: TransportOptions
    ) async throws -> (HTTPResponse, HTTPBody) {
        let isFirst = paths.isEmpty
        paths.append(request.path ?? "")
        for watcher in watchers { watcher.resume() }
        watchers = []
        if isFirst, !isOpen { await withCheckedContinuation { waiting.append($0) } }
        return (HTTPResponse(status: .ok), HTTPBody(isFirst ? first : rest))
    }
}

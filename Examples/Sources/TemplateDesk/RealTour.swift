import ExampleServers
import Foundation
import WhatsApp

/// The same with a real account; what costs something or stays behind happens only where it is asked for.
enum RealTour {
    static func run(_ notes: Notes, _ environment: [String: String]) async throws {
        func required(_ name: String) throws -> String {
            guard let value = environment[name], !value.isEmpty else {
                throw Failure(description: "\(name) is not set")
            }
            return value
        }
        let cloud = CloudAPI(
            phoneNumberID: PhoneNumberID(try required("WHATSAPP_PHONE_NUMBER_ID")),
            businessAccountID: BusinessAccountID(try required("WHATSAPP_BUSINESS_ACCOUNT_ID")),
            accessToken: .fixed(Secret(try required("WHATSAPP_TOKEN"))),
            appSecret: environment["WHATSAPP_APP_SECRET"].map { Secret($0) },
            verifyToken: environment["WHATSAPP_VERIFY_TOKEN"].map { Secret($0) }, transport: .curl,
            configuration: .init(baseURL: environment["WHATSAPP_BASE_URL"] ?? "https://graph.facebook.com"))
        let desk = Desk(cloud: cloud, now: { Date() })
        try await Steps.list(notes, desk)
        try Steps.lint(notes)
        guard environment["TEMPLATE_DESK_SUBMIT"] == "1" else {
            _ = try Steps.preview(notes)
            return notes.end("Nothing was submitted: set TEMPLATE_DESK_SUBMIT=1 for that.")
        }
        try await withThrowingTaskGroup(of: Void.self) { server in
            defer { server.cancelAll() }
            if let port = environment["PORT"].flatMap({ Int($0) }) {
                server.addTask {
                    try await LoopbackServer.run(port: port, onRunning: { _ in }) { request, body in
                        await desk.answer(WebhookRequest(request, body: body))
                    }
                }
            } else {
                // Without webhooks the platform is asked now and then.
                server.addTask {
                    while true {
                        try await Task.sleep(for: .seconds(30))
                        try await desk.templates.synchronize()
                    }
                }
            }
            try await submit(notes, desk)
        }
        _ = try Steps.preview(notes)
        guard let to = environment["WHATSAPP_TO"], !to.isEmpty else {
            return notes.end("Nothing was sent: set WHATSAPP_TO for that.")
        }
        notes.title("Send")
        try await Steps.send(notes, desk, to: try PhoneNumber(to), at: Date())
        notes.end("Sent.")
    }

    private static func submit(_ notes: Notes, _ desk: Desk) async throws {
        notes.title("Submit")
        if await desk.templates.catalogue[Drafts.parcel.name, Drafts.parcel.language] == nil {
            let receipt = try await desk.templates.create(Drafts.parcel)
            notes.fact("submitted", "\(Drafts.parcel.name): \(receipt.status?.rawValue ?? "?")")
        } else {
            notes.fact("there", "\(Drafts.parcel.name) was submitted before")
        }
        let template = try await desk.review(of: Drafts.parcel, within: .seconds(24 * 3600))
        notes.show(template)
        guard template.reviewState == .approved else { throw Failure(description: "it cannot be sent") }
    }
}

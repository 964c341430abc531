import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WhatsApp

@main
struct SmallWebhook {
    static func main() async throws {
        func setting(_ name: String) -> String { ProcessInfo.processInfo.environment[name] ?? "" }
        let cloud = CloudAPI(
            phoneNumberID: PhoneNumberID(setting("WHATSAPP_PHONE_NUMBER_ID")),
            accessToken: .fixed(Secret(setting("WHATSAPP_TOKEN"))), appSecret: Secret(setting("WHATSAPP_APP_SECRET")),
            verifyToken: Secret(setting("WHATSAPP_VERIFY_TOKEN")), transport: .platformDefault)

        var handlers = WebhookHandlers()
        handlers.on(.message) { message, _ in
            try await message.reply(.text("You wrote: \(message.summary)"), through: cloud)
        }
        handlers.on(.failedStatus) { status, _ in print(status.errors.map(\.meaning)) }
        let handle = handlers

        let dispatcher = WebhookDispatcher(receiver: cloud.webhooks)
        let router = Router()
        for method in [HTTPRequest.Method.get, .post] {
            router.on("/webhook", method: method) { request, _ in
                let body = try await request.body.collect(upTo: DecodingLimits.default.maximumBytes)
                let answer = await dispatcher.respond(to: WebhookRequest(request.head, body: Array(buffer: body)))
                return Response(
                    status: answer.status, headers: answer.headers,
                    body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
            }
        }
        let server = Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 8081)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await dispatcher.run(handle) }
            try await server.runService()
            dispatcher.shutDown()
        }
    }
}

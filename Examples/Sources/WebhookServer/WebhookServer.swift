import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WhatsApp

/// A bot behind a webhook, on Hummingbird. Its settings come from the environment:
///
/// - `WHATSAPP_TOKEN`, `WHATSAPP_PHONE_NUMBER_ID`: the account.
/// - `WHATSAPP_APP_SECRET`, `WHATSAPP_VERIFY_TOKEN`: what the webhook is checked with.
/// - `WHATSAPP_BASE_URL`: a simulator's address instead of the platform's.
/// - `PORT` (8081), `HOST` (127.0.0.1), `FILES` (a folder for what customers send).
@main
struct WebhookServer {
    static func main() async {
        do {
            try await serve(Settings(ProcessInfo.processInfo.environment))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func serve(_ settings: Settings) async throws {
        let cloud = CloudAPI(
            phoneNumberID: settings.phoneNumberID, accessToken: .fixed(settings.token), appSecret: settings.appSecret,
            verifyToken: settings.verifyToken, transport: .platformDefault,
            configuration: .init(baseURL: settings.baseURL))
        let dispatcher = WebhookDispatcher(
            receiver: cloud.webhooks,
            configuration: .init(channels: [Channel("shop", phoneNumberID: settings.phoneNumberID)]))
        let bot = Bot(cloud: cloud, dispatcher: dispatcher, folder: settings.files)

        let router = Router()
        for method in [HTTPRequest.Method.get, .post] {
            router.on("/webhook", method: method) { request, _ in
                // The bytes as they came: the signature is made over them.
                let body = try await request.body.collect(upTo: DecodingLimits.default.maximumBytes)
                let answer = await dispatcher.respond(to: WebhookRequest(request.head, body: Array(buffer: body)))
                return Response(
                    status: answer.status, headers: answer.headers,
                    body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
            }
        }
        let server = Application(
            router: router, configuration: .init(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in
                print("http://\(settings.host):\(channel.localAddress?.port ?? settings.port)/webhook")
                // Where the output is a file, the line is there at once.
                fflush(nil)
            })

        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await dispatcher.run(bot.handlers) }
            // It ends with SIGTERM or SIGINT; what has been taken is still handled then.
            try await server.runService()
            dispatcher.shutDown()
        }
    }
}

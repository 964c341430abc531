import Foundation
import WhatsApp

/// A small shop's bot: it answers with buttons, asks a question and waits for the answer, keeps the files that it is sent, and
/// says until when it may answer.
struct Bot: Sendable {
    let cloud: CloudAPI
    let dispatcher: WebhookDispatcher
    /// Where files are kept.
    let folder: URL
    private let windows = Windows()

    init(cloud: CloudAPI, dispatcher: WebhookDispatcher, folder: URL) {
        self.cloud = cloud
        self.dispatcher = dispatcher
        self.folder = folder
    }

    /// What the bot does with what arrives.
    var handlers: WebhookHandlers {
        var handlers = WebhookHandlers()
        // First of all, so that the others find the window as it is now.
        handlers.on(.any) { event, _ in await windows.apply(event) }
        handlers.on(.message) { message, _ in try await answer(message) }
        handlers.on(.failedStatus) { status, _ in
            for error in status.errors { say("a message failed: \(error.meaning)") }
        }
        handlers.onProblem { problem, _ in say("not understood: \(problem)") }
        handlers.onFailure { failure in say("\(failure.item): \(failure.error)") }
        return handlers
    }

    private func answer(_ message: InboundMessage) async throws {
        try await cloud.markAsRead(message.id, showingTypingIndicator: true)
        switch message.content {
        case .image(let media), .video(let media), .audio(let media), .document(let media), .sticker(let media):
            try await keep(media, of: message)
        case .buttonReply(let reply) where reply.id == "window":
            let sentence = await windows.sentence(for: message, at: Date())
            try await message.reply(.text(sentence), through: cloud)
        case .buttonReply(let reply) where reply.id == "order":
            try await takeOrder(message)
        case .text, .requestWelcome:
            try await message.reply(
                .buttons(
                    "Hello! What can I do for you?",
                    [.reply(id: "order", title: "Order a shirt"), .reply(id: "window", title: "Until when?")]),
                through: cloud)
        case .reaction, .system:
            break
        default:
            try await message.reply(.text("I cannot read this: \(message.summary)"), through: cloud)
        }
    }

    /// Asks for the size, and waits for the answer for five minutes.
    private func takeOrder(_ message: InboundMessage) async throws {
        guard let customer = message.sender else { return }
        let answer = dispatcher.expectMessage(from: customer)
        try await message.reply(
            .buttons(
                "Which size?",
                [.reply(id: "s", title: "Small"), .reply(id: "m", title: "Medium"), .reply(id: "l", title: "Large")]),
            through: cloud)
        guard let reply = try await answer.message(within: .seconds(300)) else {
            try await message.reply(.text("Take your time, and tap the button again."), through: cloud)
            return
        }
        await windows.apply(.message(reply))
        try await reply.reply(.text("One shirt, \(reply.summary), is on its way."), through: cloud)
    }

    /// Fetches a file, checks it against its hash, and keeps it under the id of its message.
    private func keep(_ media: InboundMessage.MediaContent, of message: InboundMessage) async throws {
        guard let id = media.id else { return }
        let file = try await cloud.downloadMedia(id)
        // Never under a name that the customer chose.
        let name = message.id.rawValue.filter { $0.isLetter || $0.isNumber }
        try Data(file.bytes).write(to: folder.appending(path: String(name.suffix(64))))
        let text = "Thank you! I have kept your \(file.mimeType ?? "file") of \(file.bytes.count) bytes."
        try await message.reply(.text(text), through: cloud)
    }

    private func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

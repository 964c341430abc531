import Foundation
import WhatsAppBusiness

/// A body from `Fixtures/cloud/webhooks`; its README names the section of the reference behind each.
struct Fixture: Sendable, CustomStringConvertible {
    var name: String
    var bytes: [UInt8]

    var description: String { name }

    static let all: [Fixture] = {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures/cloud/webhooks")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map {
            let text = (try? Data(contentsOf: folder.appendingPathComponent($0))) ?? Data()
            return Fixture(name: String($0.dropLast(5)), bytes: Array(text))
        }
    }()

    static func delivery(_ name: String) throws -> Delivery {
        try Delivery(decoding: body(name))
    }

    static func body(_ name: String) -> [UInt8] {
        all.first { $0.name == name }?.bytes ?? []
    }
}

extension Delivery {
    var messages: [InboundMessage] {
        events.compactMap { if case .message(let message) = $0 { message } else { nil } }
    }

    var statuses: [MessageStatus] {
        events.compactMap { if case .status(let status) = $0 { status } else { nil } }
    }

    var templates: [TemplateEvent] {
        events.compactMap { if case .template(let event) = $0 { event } else { nil } }
    }

    var accounts: [AccountEvent] {
        events.compactMap { if case .account(let event) = $0 { event } else { nil } }
    }

    var errors: [ErrorEvent] {
        events.compactMap { if case .error(let event) = $0 { event } else { nil } }
    }

    var calls: [CallEvent] {
        events.compactMap { if case .call(let event) = $0 { event } else { nil } }
    }

    var groups: [GroupEvent] {
        events.compactMap { if case .group(let event) = $0 { event } else { nil } }
    }

    var preferences: [PreferenceEvent] {
        events.compactMap { if case .preference(let event) = $0 { event } else { nil } }
    }

    var userIDs: [UserIDEvent] {
        events.compactMap { if case .userID(let event) = $0 { event } else { nil } }
    }

    var flows: [FlowEvent] {
        events.compactMap { if case .flow(let event) = $0 { event } else { nil } }
    }

    var clicks: [ClickEvent] {
        events.compactMap { if case .click(let event) = $0 { event } else { nil } }
    }

    var echoes: [MessageEcho] {
        events.compactMap { if case .echo(let echo) = $0 { echo } else { nil } }
    }

    var histories: [HistoryEvent] {
        events.compactMap { if case .history(let event) = $0 { event } else { nil } }
    }

    var chunks: [HistoryEvent.Chunk] {
        histories.compactMap { if case .chunk(let chunk) = $0 { chunk } else { nil } }
    }

    var contactSyncs: [ContactSyncEvent] {
        events.compactMap { if case .contactSync(let event) = $0 { event } else { nil } }
    }

    var automatics: [AutomaticEvent] {
        events.compactMap { if case .automatic(let event) = $0 { event } else { nil } }
    }

    var handovers: [HandoverEvent] {
        events.compactMap { if case .handover(let event) = $0 { event } else { nil } }
    }

    var standbys: [StandbyEvent] {
        events.compactMap { if case .standby(let event) = $0 { event } else { nil } }
    }

    var unrecognized: [UnrecognizedEvent] {
        events.compactMap { if case .unrecognized(let event) = $0 { event } else { nil } }
    }
}

extension InboundMessage {
    var text: String? {
        guard case .text(let text) = content else { return nil }
        return text.body
    }
}

import ExampleServers
import Foundation
import WhatsApp

/// What works with an account's templates: the provider, the copy beside it, and the webhook that keeps it current.
struct Desk: Sendable {
    let cloud: CloudAPI
    let templates: TemplateRepository

    init(cloud: CloudAPI, now: @escaping @Sendable () -> Date) {
        self.cloud = cloud
        templates = TemplateRepository(provider: cloud, now: now)
    }

    /// What the webhook's address answers.
    func answer(_ request: WebhookRequest) async -> LoopbackServer.Answer {
        let (response, delivery) = cloud.webhooks.respond(to: request)
        for event in delivery?.events ?? [] { await templates.receive(event) }
        return .init(response)
    }

    /// Waits until the platform has decided, by the webhook that tells of it.
    func review(of template: TemplateDefinition, within limit: Duration) async throws -> Template {
        try await withThrowingTaskGroup(of: Template?.self) { group in
            group.addTask { try await templates.reviewed(template.name, template.language) }
            group.addTask {
                try await Task.sleep(for: limit)
                throw Failure(description: "nothing was decided within \(limit)")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let template = first else {
                throw Failure(description: "the template was deleted")
            }
            return template
        }
    }

    /// Waits until the copy says something of a template, as a webhook changes it.
    func wait(
        for template: TemplateDefinition, within seconds: Int, until isSo: (Template) -> Bool
    ) async throws -> Template {
        for _ in 0..<(seconds * 20) {
            if let known = await templates.catalogue[template.name, template.language]?.template, isSo(known) {
                return known
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Failure(description: "no webhook told of it")
    }
}

/// A step that did not happen.
struct Failure: Error, CustomStringConvertible {
    var description: String
}

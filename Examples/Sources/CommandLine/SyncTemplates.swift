import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp templates sync`: a copy of the account's templates in a file, and what changed since the last time.
struct SyncTemplates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Copies the account's templates into a file, and tells what changed.",
        discussion: """
            One JSON object a line says what was added, changed and removed. When a page cannot be fetched the file stays \
            as it was.
            """)

    @Option(help: "The file of the copy; it is made where there is none.")
    var store: String

    func run() async throws {
        let provider = try Settings.provider()
        let file = TemplateStore(path: store)
        let repository = TemplateRepository(provider: provider, catalogue: try file.read() ?? TemplateCatalogue())
        let changes: TemplateChanges
        do throws(WhatsAppError) {
            changes = try await repository.synchronize()
        } catch {
            throw Settings.fail(error)
        }
        let catalogue = await repository.catalogue
        try file.write(catalogue)
        for template in changes.added { print("added", template) }
        for change in changes.changed {
            print(
                "changed", change.after,
                [
                    ("aspects", .array(change.aspects.map(\.rawValue).sorted().map { .string($0) })),
                    ("was", .string(change.before.status.rawValue)),
                ])
        }
        for template in changes.removed { print("removed", template) }
        for problem in changes.problems { Output.complain("a template cannot be read: \(problem)") }
        Output.complain("\(catalogue.count) templates: \(changes)")
    }

    private func print(_ change: String, _ template: Template, _ more: [(String, JSONValue)] = []) {
        Output.line(
            .compact(
                [
                    ("change", .string(change)), ("name", .string(template.name)),
                    ("language", .string(template.language.rawValue)), ("id", .text(template.id?.rawValue)),
                    ("status", .string(template.status.rawValue)), ("category", .string(template.category.rawValue)),
                ] + more))
    }
}

/// A copy of an account's templates in a file.
struct TemplateStore {
    var path: String

    /// The copy; `nil` where there is no file.
    func read() throws -> TemplateCatalogue? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) cannot be read.")
        }
        do {
            return try TemplateCatalogue(parsing: [UInt8](data))
        } catch {
            throw ValidationError("\(path) holds no copy of templates: \(error)")
        }
    }

    /// Writes the copy in one step, so that no half of it is ever there.
    func write(_ catalogue: TemplateCatalogue) throws {
        do {
            try Data(catalogue.serialized()).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Output.complain("\(path) cannot be written")
            throw ExitCode.failure
        }
    }
}

import ArgumentParser
import Foundation
import WhatsApp

/// `whatsapp templates`: an account's templates.
struct TemplatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "Lists, submits, deletes and synchronises an account's templates.",
        discussion: """
            Settings come from the environment: WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID and \
            WHATSAPP_BUSINESS_ACCOUNT_ID (the id of the account, the WABA), and for another address WHATSAPP_BASE_URL.
            """,
        subcommands: [
            ListTemplates.self, GetTemplate.self, SubmitTemplates.self, DeleteTemplate.self, SyncTemplates.self,
        ])
}

/// `whatsapp templates list`: the templates that are wanted, of the account or of a stored copy.
struct ListTemplates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists templates: one JSON object a line in the platform's form, or a table for people.")

    @Option(help: "How they stand, such as APPROVED; repeat for more.")
    var status: [String] = []

    @Option(help: "Their category, such as UTILITY; repeat for more.")
    var category: [String] = []

    @Option(help: "Their language, such as pt_BR; repeat for more.")
    var language: [String] = []

    @Option(help: "How customers like them: GREEN, YELLOW, RED or UNKNOWN; repeat for more.")
    var quality: [String] = []

    @Option(help: "A part of the name.")
    var name: String?

    @Option(help: "A part of the text.")
    var content: String?

    @Option(help: "A part of the name or of the text.")
    var search: String?

    @Option(help: "The most templates that are listed.")
    var limit = 100_000

    @Option(help: "Look into this copy, which `whatsapp templates sync` wrote, instead of asking the platform.")
    var store: String?

    @Flag(help: "Print a table for people.")
    var table = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit: at least 1.") }
    }

    func run() async throws {
        let query = TemplateQuery(
            status: status.map { TemplateStatus(rawValue: $0.uppercased()) },
            category: category.map { TemplateCategory(rawValue: $0.uppercased()) },
            language: language.map { LanguageCode(rawValue: $0) },
            quality: quality.map { TemplateQuality(rawValue: $0.uppercased()) }, name: name, content: content,
            nameOrContent: search)
        var rows = TemplateTable()
        func show(_ template: Template) {
            if table { rows.add(template) } else { Output.line(template.json) }
        }
        if let store {
            guard let catalogue = try TemplateStore(path: store).read() else {
                throw ValidationError("--store: there is no copy at this path; `whatsapp templates sync` makes one.")
            }
            for template in catalogue.templates(matching: query).prefix(limit) { show(template) }
            if let last = catalogue.synchronizedAt {
                Output.complain("copy of \(Output.timestamp(last)), \(catalogue.count) templates")
            }
        } else {
            let provider = try Settings.provider()
            do throws(WhatsAppError) {
                var left = limit
                for try await page in provider.templates(query).pages {
                    for template in page.elements.prefix(left) { show(template) }
                    for problem in page.problems { Output.complain("a template cannot be read: \(problem)") }
                    left -= page.elements.count
                    if left <= 0 { break }
                }
            } catch {
                throw Settings.fail(error)
            }
        }
        if table { rows.print() }
    }
}

/// `whatsapp templates get`: one template, or all languages of a name.
struct GetTemplate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Prints a template by its id, or the templates of a name.")

    @Argument(help: "An id, or a name.")
    var template: String

    @Option(help: "The language, where a name is given; all without it.")
    var language: String?

    func run() async throws {
        let provider = try Settings.provider()
        do throws(WhatsAppError) {
            for template in try await Self.templates(template, language: language, of: provider) {
                Output.line(template.json)
            }
        } catch {
            throw Settings.fail(error)
        }
    }

    /// The template of an id, or those of a name; the command ends where there are none.
    static func templates(
        _ idOrName: String, language: String?, of provider: any WhatsAppProvider
    ) async throws(WhatsAppError) -> [Template] {
        if language == nil, idOrName.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            return [try await provider.template(TemplateID(idOrName))]
        }
        let query = TemplateQuery(
            language: language.map { [LanguageCode(rawValue: $0)] } ?? [], name: idOrName)
        // The platform finds parts of names too.
        let found = try await provider.templates(query).collect().elements.filter { $0.name == idOrName }
        guard !found.isEmpty else {
            throw WhatsAppError(
                code: .rejected, outcome: .refused,
                message: "the account has no template of this name\(language == nil ? "" : " in this language")")
        }
        return found
    }
}

/// `whatsapp templates delete`: deletes the languages of a name that are named, or all.
struct DeleteTemplate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Deletes templates.",
        discussion: "The name of an approved template cannot be used again for 30 days.")

    @Argument(help: "The name.")
    var name: String

    @Option(help: "The language to delete.")
    var language: String?

    @Option(help: "The id of the template to delete.")
    var id: String?

    @Flag(help: "Delete all languages of the name.")
    var allLanguages = false

    func validate() throws {
        guard [language != nil, id != nil, allLanguages].filter({ $0 }).count == 1 else {
            throw ValidationError("Say what is deleted: --language, --id or --all-languages.")
        }
    }

    func run() async throws {
        let provider = try Settings.provider()
        do throws(WhatsAppError) {
            var ids = [id.map { TemplateID($0) }]
            if let language {
                ids = try await GetTemplate.templates(name, language: language, of: provider).map(\.id)
            }
            for id in ids {
                try await provider.deleteTemplate(name, id: id)
                Output.line(
                    .compact([
                        ("deleted", .string(name)), ("id", .text(id?.rawValue)), ("language", .text(language)),
                    ]))
            }
        } catch {
            throw Settings.fail(error)
        }
    }
}

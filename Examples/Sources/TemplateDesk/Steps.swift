import Foundation
import WhatsApp

/// The steps that the simulated and the real account have in common.
enum Steps {
    /// Copies the account's templates and lists them.
    static func list(_ notes: Notes, _ desk: Desk) async throws {
        notes.title("List")
        let changes = try await desk.templates.synchronize()
        for template in await desk.templates.catalogue.entries.prefix(20).map(\.template) { notes.show(template) }
        notes.fact("copy", "\(changes)")
    }

    /// Checks a draft, and the one that came of it.
    static func lint(_ notes: Notes) throws {
        notes.title("Check")
        let report = Drafts.careless.lint()
        guard !report.isValid else { throw Failure(description: "the careless draft was to be refused") }
        for finding in report.violations { notes.fact("wrong", finding.violation.description) }
        do {
            try Drafts.parcel.validate()
        } catch {
            throw Failure(description: "the draft is not valid: \(error)")
        }
        notes.fact("good", "\(Drafts.parcel.name): nothing to be found")
    }

    /// Shows what the customer will see, and what is missing where something is.
    static func preview(_ notes: Notes) throws -> TemplatePreview {
        notes.title("Preview")
        var values = Drafts.values
        values["day"] = nil
        do {
            _ = try Drafts.parcel.filling(values)
            throw Failure(description: "the missing value was to be noticed")
        } catch let error as TemplateFillingError {
            notes.fact("missing", error.missing.joined(separator: ", "))
        }
        let preview = Drafts.parcel.preview(Drafts.values)
        guard preview.isValid else { throw Failure(description: "the preview is not valid") }
        notes.show(preview)
        return preview
    }

    /// Fills the template in and sends it.
    static func send(_ notes: Notes, _ desk: Desk, to customer: PhoneNumber, at now: Date) async throws {
        let message = try await desk.templates.catalogue.filling(
            Drafts.parcel.name, language: Drafts.parcel.language, Drafts.values, at: now)
        let sent = try await desk.cloud.send(.template(message), to: .phoneNumber(customer))
        notes.fact("sent", sent.id.rawValue)
    }

    /// Why a template is not filled in now.
    static func refusal(of template: TemplateDefinition, _ desk: Desk, at now: Date) async throws -> String {
        let catalogue = await desk.templates.catalogue
        do throws(TemplateFillingError) {
            _ = try catalogue.filling(template.name, language: template.language, Drafts.values, at: now)
        } catch {
            return error.description
        }
        throw Failure(description: "\(template.name) was to be refused")
    }
}

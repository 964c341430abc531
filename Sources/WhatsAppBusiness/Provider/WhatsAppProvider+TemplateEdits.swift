#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension WhatsAppProvider {
    /// Changes a template as it is known here, once what the platform would refuse is ruled out.
    ///
    /// See ``TemplateEdit/obstacles(for:earlierEdits:at:)``.
    ///
    /// - Parameters:
    ///   - template: the template as it is: from a list, or from a catalogue.
    ///   - edit: what shall be changed.
    ///   - earlierEdits: when it was edited before, as far as that is known: the platform does not show it.
    ///   - instant: now.
    ///   - options: how the call is made.
    /// - Returns: what the provider says.
    /// - Throws: ``WhatsAppError``: `invalid` with everything that stands in the way, before anything travels.
    @discardableResult
    public func editTemplate(
        _ template: Template, _ edit: TemplateEdit, earlierEdits: [Date] = [], at instant: Date,
        options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateReceipt {
        guard capabilities.contains(.editTemplate) else { throw .unsupported(.editTemplate, by: name) }
        guard let id = template.id else {
            throw .invalid(
                ValidationError([
                    .init(path: "id", rule: .required, explanation: "a template is edited by its id, which it has not")
                ]))
        }
        if options.validates {
            var obstacles = edit.obstacles(for: template, earlierEdits: earlierEdits, at: instant)
            // What the edit leaves as it is was taken by the platform before.
            if edit.components?.isEmpty == false {
                obstacles += edit.applied(to: template.definition).lint().violations.map(\.violation)
            }
            guard obstacles.isEmpty else { throw .invalid(ValidationError(obstacles)) }
        }
        return try await editTemplate(id, edit, options: options)
    }
}

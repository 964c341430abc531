import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

extension Dialog360Partner {
    /// The templates of an account, page after page. At most 400 calls a minute (360dialog reference §6.2).
    ///
    /// - Parameters:
    ///   - account: 360dialog's id of the account; it ends in `WA` (``Channel/accountID``).
    ///   - query: which ones; filters are `id`, `business_templates.name`, `status`, `category`, `language`.
    ///   - options: how each call is made.
    /// - Returns: the templates. `GET …/waba_accounts/{account}/waba_templates`, 360dialog reference §5.5.
    public func templates(
        ofAccount account: String, _ query: ListQuery = .all, options: RequestOptions = .standard
    ) -> PagedSequence<Template> {
        list("templates", ["waba_accounts", account, "waba_templates"], collection: "waba_templates", query, options) {
            $0.object == nil ? nil : Template(json: $0)
        }
    }

    /// Submits a template of an account for review.
    ///
    /// - Parameters:
    ///   - definition: the template.
    ///   - account: 360dialog's id of the account.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    @discardableResult
    public func createTemplate(
        _ definition: TemplateDefinition, inAccount account: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) -> TemplateReceipt {
        return try await perform(
            "createTemplate", .post, ["waba_accounts", account, "waba_templates"], body: definition.json, options,
            TemplateReceipt.init(dialog360:))
    }

    /// Deletes one template of an account.
    ///
    /// - Parameters:
    ///   - id: 360dialog's own id, which ends in `WT`: `Template.id` of what ``templates(ofAccount:_:options:)`` lists.
    ///   - account: 360dialog's id of the account.
    ///   - options: how the call is made.
    /// - Throws: `WhatsAppError`.
    public func deleteTemplate(
        _ id: TemplateID, inAccount account: String, options: RequestOptions = .standard
    ) async throws(WhatsAppError) {
        try await perform(
            "deleteTemplate", .delete, ["waba_accounts", account, "waba_templates", id.rawValue], options
        ) { _ in }
    }
}

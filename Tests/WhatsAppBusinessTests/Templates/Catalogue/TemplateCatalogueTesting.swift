import Testing
import WhatsAppBusiness

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An instant some seconds after the beginning of a test.
func moment(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_790_000_000 + seconds) }

func makeTemplate(
    _ name: String, _ language: LanguageCode = "en", id: TemplateID? = nil, status: TemplateStatus = .approved,
    category: TemplateCategory = .utility, body: String = "Your parcel arrives.", quality: TemplateQuality? = nil
) -> Template {
    Template(
        id: id,
        definition: TemplateDefinition(
            name: name, language: language, category: category, components: [.body(body)]),
        status: status, quality: quality)
}

/// A webhook about a template as the platform sends it (webhooks reference §2.4).
func makeTemplateEvent(
    _ field: String, id: Int? = 1, name: String = "order", language: String = "en", _ more: String,
    at seconds: Int? = 10
) throws -> TemplateEvent {
    let time = seconds.map { #""time":\#(1_790_000_000 + $0),"# } ?? ""
    let identity = id.map { #""message_template_id":\#($0),"# } ?? ""
    let body =
        #"{"object":"whatsapp_business_account","entry":[{"id":"9",\#(time)"changes":[{"field":"\#(field)","value":{\#(identity)"message_template_name":"\#(name)","message_template_language":"\#(language)",\#(more)}}]}]}"#
    let delivery = try Delivery(decoding: Array(body.utf8))
    guard case .template(let event) = try #require(delivery.events.first) else {
        throw WebhookMismatch()
    }
    return event
}

struct WebhookMismatch: Error {}

func statusEvent(
    _ status: String, id: Int? = 1, name: String = "order", language: String = "en", reason: String = "NONE",
    at seconds: Int? = 10
) throws -> TemplateEvent {
    try makeTemplateEvent(
        "message_template_status_update", id: id, name: name, language: language,
        #""event":"\#(status)","reason":"\#(reason)""#, at: seconds)
}

extension TemplateCatalogue {
    /// The templates without their times.
    var templates: [Template] { entries.map(\.template) }
}

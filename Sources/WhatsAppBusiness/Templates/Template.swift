#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A template of an account, as a provider shows it.
///
/// The coded form is the provider's JSON, both ways; members that have no property are kept.
///
/// ```swift
/// for try await template in provider.templates(TemplateQuery(status: [.approved])) {
///     print(template.name, template.language.rawValue, template.reviewState)
/// }
/// ```
///
/// Sources: Cloud API reference §4.8 (December 2025), 360dialog reference §2.4.2, Chat API reference §5.2.
public struct Template: TemplateNode, Identifiable {
    /// The provider's id; not every provider gives one.
    public var id: TemplateID?
    /// The platform's id, where a provider has ids of its own.
    public var externalID: TemplateID?
    /// What the template consists of. Nothing of the account's or the provider's own is in it, so that it can be
    /// submitted again.
    public var definition: TemplateDefinition
    /// How it stands, in the provider's word.
    public var status: TemplateStatus
    /// Why it was rejected; ``TemplateRejectionReason/none`` or `nil` where it was not.
    public var rejectionReason: TemplateRejectionReason?
    /// Why it was rejected, in words.
    public var rejectionDetails: String?
    /// What to do about the rejection, in words.
    public var recommendation: String?
    /// How customers like it.
    public var quality: TemplateQuality?
    /// Since when they do.
    public var qualityDate: Date?
    /// The category before the platform changed it. It can be an old word, such as `ACCOUNT_UPDATE`.
    public var previousCategory: TemplateCategory?
    /// The category that the platform holds for right, and will give to the template.
    public var correctCategory: TemplateCategory?
    /// The namespace of on-premises sends.
    public var namespace: String?
    /// When it was created.
    public var created: Date?
    /// When it was changed.
    public var updated: Date?
    package var spelling = MemberSpelling()

    /// Creates a template.
    public init(
        id: TemplateID?, definition: TemplateDefinition, status: TemplateStatus, externalID: TemplateID? = nil,
        rejectionReason: TemplateRejectionReason? = nil, rejectionDetails: String? = nil,
        recommendation: String? = nil, quality: TemplateQuality? = nil, qualityDate: Date? = nil,
        previousCategory: TemplateCategory? = nil, correctCategory: TemplateCategory? = nil,
        namespace: String? = nil, created: Date? = nil, updated: Date? = nil
    ) {
        self.id = id
        self.externalID = externalID
        self.definition = definition
        self.status = status
        self.rejectionReason = rejectionReason
        self.rejectionDetails = rejectionDetails
        self.recommendation = recommendation
        self.quality = quality
        self.qualityDate = qualityDate
        self.previousCategory = previousCategory
        self.correctCategory = correctCategory
        self.namespace = namespace
        self.created = created
        self.updated = updated
    }

    /// The name.
    public var name: String { definition.name }

    /// The language.
    public var language: LanguageCode { definition.language }

    /// The category.
    public var category: TemplateCategory { definition.category }

    /// The platform's id, whatever ids the provider has.
    public var platformID: TemplateID? { externalID ?? id }

    /// Where it stands with the platform's review, whatever words the provider has for it.
    public var reviewState: TemplateReviewState { TemplateReviewState(status, reason: rejectionReason) }

    package init(reading object: WireObject) {
        let definition = JSONObject(
            object.members.members.filter { TemplateDefinition.memberNames.contains($0.key) })
        let quality = object.members["quality_score"]
        let rejection = object.members["rejection_info"]
        self.init(
            id: object.looseText("id").map { TemplateID($0) },
            definition: TemplateDefinition(json: .object(definition)),
            status: TemplateStatus(rawValue: object.looseText("status") ?? ""),
            externalID: object.looseText("external_id").map { TemplateID($0) },
            rejectionReason: object.looseText("rejected_reason").map { .init(rawValue: $0.uppercased()) },
            rejectionDetails: rejection?["reason"]?.string, recommendation: rejection?["recommendation"]?.string,
            quality: (quality?["score"] ?? quality)?.string.map { .init(rawValue: $0.uppercased()) },
            qualityDate: quality?["date"].flatMap(Self.date),
            previousCategory: object.looseText("previous_category").map { .init(rawValue: $0.uppercased()) },
            correctCategory: object.looseText("correct_category").map { .init(rawValue: $0.uppercased()) },
            namespace: (object.members["namespace"] ?? object.members["message_template_namespace"])?.string,
            created: (object.members["created_time"] ?? object.members["created_at"]).flatMap(Self.date),
            updated: (object.members["last_updated_time"] ?? object.members["modified_at"]).flatMap(Self.date))
    }

    package var members: JSONObject {
        var members: JSONObject = [:]
        members["id"] = .text(id?.rawValue)
        members["external_id"] = .text(externalID?.rawValue)
        for member in definition.json.object?.members ?? [] { members[member.key] = member.value }
        members["status"] = .string(status.rawValue)
        members["rejected_reason"] = .text(rejectionReason?.rawValue)
        if rejectionDetails != nil || recommendation != nil {
            members["rejection_info"] = .members([
                "reason": .text(rejectionDetails), "recommendation": .text(recommendation),
            ])
        }
        if quality != nil || qualityDate != nil {
            members["quality_score"] = .members([
                "score": .text(quality?.rawValue),
                "date": .whole(qualityDate.map { Int($0.timeIntervalSince1970.rounded()) }),
            ])
        }
        members["previous_category"] = .text(previousCategory?.rawValue)
        members["correct_category"] = .text(correctCategory?.rawValue)
        members["namespace"] = .text(namespace)
        members["created_time"] = created.map { .string($0.formatted(.iso8601)) }
        members["last_updated_time"] = updated.map { .string($0.formatted(.iso8601)) }
        return members
    }

    /// A time in seconds since 1970, or as ISO 8601 spells it; `nil` outside of the years 1970 to 9999.
    private static func date(_ value: JSONValue) -> Date? {
        let limits = 0.0...253_402_300_799
        if let text = value.string ?? value.number?.text, let seconds = Double(text) {
            return limits.contains(seconds) ? Date(timeIntervalSince1970: seconds) : nil
        }
        guard let text = value.string else { return nil }
        let styles: [Date.ISO8601FormatStyle] = [.iso8601, .init(includingFractionalSeconds: true)]
        for style in styles {
            if let date = try? style.parse(text), limits.contains(date.timeIntervalSince1970) { return date }
        }
        return nil
    }
}

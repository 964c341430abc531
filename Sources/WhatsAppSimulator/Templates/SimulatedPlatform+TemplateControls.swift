public import WhatsAppBusiness

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SimulatedPlatform {
    /// The account's templates.
    public var allTemplates: [SimulatedTemplate] {
        catchUp()
        return templates.map(\.shown)
    }

    /// One template; `nil` where there is none of this name and language.
    public func template(_ name: String, _ language: LanguageCode) -> SimulatedTemplate? {
        catchUp()
        return index(name, language).map { templates[$0].shown }
    }

    /// Ends a review now, or reverses an earlier one; the webhook is queued.
    /// - Returns: whether there is such a template.
    @discardableResult
    public func decideTemplate(
        _ name: String, _ language: LanguageCode, _ decision: TemplateDecision
    ) -> Bool {
        guard let index = index(name, language) else { return false }
        decide(decision, at: index)
        return true
    }

    /// Changes a template's quality; the webhook is queued. Red pauses it: for 3 hours, the second time for 6, and the
    /// third time disables it (Cloud API reference §4.8).
    ///
    /// - Parameters:
    ///   - quality: the platform's word: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    ///   - name: the template's name.
    ///   - language: its language.
    public func setQuality(_ quality: String, ofTemplate name: String, _ language: LanguageCode) {
        catchUp()
        guard let index = index(name, language), templates[index].quality != quality else { return }
        let previous = templates[index].quality
        templates[index].quality = quality
        emitTemplate(
            "message_template_quality_update", templates[index],
            [("previous_quality_score", .string(previous)), ("new_quality_score", .string(quality))])
        guard quality == "RED", templates[index].status == "APPROVED" else { return }
        templates[index].pauses += 1
        let pauses = templates[index].pauses
        guard pauses < 3 else {
            templates[index].status = "DISABLED"
            let now = Int64(clock.now.timeIntervalSince1970.rounded(.down))
            return emitStatus(
                "DISABLED", of: templates[index],
                [
                    ("disable_info", ["disable_date": .number(JSONNumber(now))]),
                    ("other_info", ["title": "DISABLED", "description": "The template was paused too often."]),
                ])
        }
        templates[index].status = "PAUSED"
        templates[index].pausedUntil = clock.now + (pauses == 1 ? 3 : 6) * 3600
        emitStatus(
            "PAUSED", of: templates[index],
            [
                (
                    "other_info",
                    [
                        "title": pauses == 1 ? "FIRST_PAUSE" : "SECOND_PAUSE",
                        "description": .string("Customers gave bad marks; it is paused for \(pauses * 3) hours."),
                    ]
                )
            ])
    }

    /// The platform puts a template into another category: it tells of it a day ahead, and does it then
    /// (webhooks reference §2.4).
    ///
    /// - Parameters:
    ///   - name: the template's name.
    ///   - language: its language.
    ///   - category: the platform's word, such as `MARKETING`.
    ///   - notice: how many seconds ahead it is told of; with 0 it is done at once.
    public func recategorize(
        _ name: String, _ language: LanguageCode, to category: String, notice: TimeInterval = 86_400
    ) {
        guard let index = index(name, language), templates[index].category != category else { return }
        let time = clock.now + notice
        templates[index].comingCategory = (category, time)
        if notice > 0 {
            emitTemplate(
                "template_category_update", templates[index],
                [
                    ("correct_category", .string(category)), ("new_category", .string(templates[index].category)),
                    (
                        "category_update_timestamp",
                        .number(JSONNumber(Int64(time.timeIntervalSince1970.rounded(.down))))
                    ),
                ])
        }
        catchUp()
    }

    func index(_ name: String, _ language: LanguageCode) -> Int? {
        templates.firstIndex { $0.name == name && $0.language == language }
    }
}

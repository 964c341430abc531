import WhatsAppBusiness

/// Collects what a check of the connection finds.
struct ConnectionFindings {
    private(set) var all: [ConnectionReport.Finding] = []

    mutating func add(
        _ level: ConnectionReport.Finding.Level, _ subject: String, _ text: String, remedy: String? = nil
    ) {
        all.append(.init(level: level, subject: subject, text: text, remedy: remedy))
    }

    /// What a health status says: each thing that a message depends on, with what the platform says to do.
    mutating func add(_ health: Dialog360.HealthStatus) {
        for entity in health.entities {
            let name = Self.name(entity.kind)
            let subject = entity.kind.rawValue.lowercased()
            switch entity.canSendMessage {
            case .blocked?:
                if entity.problems.isEmpty {
                    add(.problem, subject, "\(name) cannot send", remedy: Self.remedy(entity.kind))
                }
            case .limited?:
                if entity.problems.isEmpty {
                    add(.warning, subject, "\(name) can send within limits", remedy: Self.remedy(entity.kind))
                }
            case .available?: add(.good, subject, "\(name) can send")
            case let word?: add(.warning, subject, "\(name) is \(word.rawValue)", remedy: Self.remedy(entity.kind))
            case nil: break
            }
            let level: ConnectionReport.Finding.Level = entity.canSendMessage == .blocked ? .problem : .warning
            for problem in entity.problems {
                let code = problem.code.map { " (\($0.rawValue))" } ?? ""
                add(
                    level, subject, "\(name): \(problem.text)\(code)",
                    remedy: problem.remedy ?? Self.remedy(entity.kind))
            }
            for note in entity.notes { add(.warning, subject, "\(name): \(note)") }
        }
        let blames = health.entities.contains { $0.canSendMessage == .blocked || $0.canSendMessage == .limited }
        switch health.canSendMessage {
        case .blocked? where !blames:
            add(.problem, "health_status", "nothing can be sent", remedy: "see the account in the 360dialog Hub")
        case .limited? where !blames:
            add(.warning, "health_status", "sending is limited", remedy: "see the account in the 360dialog Hub")
        case nil: add(.warning, "health_status", "the platform does not say whether messages can be sent")
        default: break
        }
    }

    /// What the number's node says.
    mutating func add(number node: JSONValue) {
        switch node.word("name_status")?.uppercased() {
        case "DECLINED"?, "EXPIRED"?:
            add(
                .problem, "name_status", "the display name is not approved",
                remedy: "ask for another display name in the Hub")
        case "PENDING_REVIEW"?: add(.warning, "name_status", "the display name is under review")
        default: break
        }
        switch node.word("quality_rating")?.uppercased() {
        case "RED"?:
            add(
                .warning, "quality_rating", "the quality is low", remedy: "write to fewer people who did not ask for it"
            )
        case "YELLOW"?: add(.warning, "quality_rating", "the quality is medium")
        case let rating?: add(.good, "quality_rating", "the quality is \(rating)")
        case nil: break
        }
        if let platform = node.word("platform_type")?.uppercased(), platform != "CLOUD_API" {
            add(
                .problem, "platform_type", "the number is on \(platform), not on Cloud API",
                remedy: "change the number's hosting type in the 360dialog Hub")
        }
        if let level = node.part("throughput")?.word("level") {
            add(.good, "throughput", "the throughput level is \(level)")
        }
    }

    private static func name(_ kind: Dialog360.HealthStatus.Entity.Kind) -> String {
        switch kind {
        case .phoneNumber: return "the number"
        case .account: return "the account"
        case .business: return "the business"
        case .app: return "the app"
        case .template: return "the template"
        default: return kind.rawValue.isEmpty ? "something" : kind.rawValue
        }
    }

    private static func remedy(_ kind: Dialog360.HealthStatus.Entity.Kind) -> String {
        switch kind {
        case .phoneNumber: return "see the number's notices in WhatsApp Manager and its status in the 360dialog Hub"
        case .account: return "see the account's notices in WhatsApp Manager, and pay open invoices"
        case .business: return "verify the business in the Meta Business settings"
        case .app: return "tell 360dialog: the app is theirs"
        default: return "see the account in the 360dialog Hub"
        }
    }
}

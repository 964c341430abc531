import HTTPTypes
public import WhatsAppBusiness
import WhatsAppCloudAPI

/// What 360dialog says in its own words about a failure: beside the platform's errors it has bodies of its own, without a
/// code.
///
/// ```swift
/// } catch {
///     if let refusal = Dialog360Refusal(error) { show(refusal.text) }        // may quote what was sent
/// }
/// ```
///
/// Source: 360dialog reference §3.5, §6.1.
public struct Dialog360Refusal: Hashable, Sendable {
    /// The form of a body; may grow.
    public struct Form: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String, Hashable, Sendable {
            case platform, gateway, configuration, onPremises, message, text, empty
        }

        private let kind: Kind

        /// The platform's own error, handed on: `{"error":{"code":…}}`.
        public static let platform = Self(kind: .platform)
        /// The gateway's: `{"error":"text"}`.
        public static let gateway = Self(kind: .gateway)
        /// That of the services for settings, and of the Partner API: `{"meta":{"developer_message":…}}`.
        public static let configuration = Self(kind: .configuration)
        /// That of the on-premises client: `{"errors":[…]}`, with or without `meta`.
        public static let onPremises = Self(kind: .onPremises)
        /// `{"message":"text"}`.
        public static let message = Self(kind: .message)
        /// Something else, such as a page in HTML.
        public static let text = Self(kind: .text)
        /// Nothing.
        public static let empty = Self(kind: .empty)

        /// The form's name.
        public var description: String { kind.rawValue }
    }

    /// The form of the body.
    public var form: Form
    /// The sentence; it may quote what was sent. `nil` where there is none, and for pages in HTML.
    public var text: String?
    /// A status inside of the body. It can contradict that of the answer, which counts.
    public var statusInside: Int?
    /// More about it, where the Partner API says more.
    public var details: [String]

    /// Reads the answer that a failed call got; `nil` where there was none.
    public init?(_ error: WhatsAppError) {
        guard let response = error.response else { return nil }
        self.init(response)
    }

    /// Reads an answer.
    public init(_ response: ResponseMetadata) {
        details = []
        guard response.body.contains(where: { $0 > 0x20 }) else {
            form = .empty
            return
        }
        guard let answer = try? JSONValue(parsing: response.body) else {
            form = .text
            text = Self.plainText(response)
            return
        }
        let meta = answer["meta"]
        statusInside = (meta?["http_code"] ?? meta?["httpCode"])?.lenientInteger
        let metaText = (meta?["developer_message"] ?? meta?["developerMessage"])?.string
        if let error = answer["error"], error.object != nil {
            form = .platform
            text = error["message"]?.string
        } else if let error = answer["error"]?.string {
            form = .gateway
            text = error
            if let description = answer["error_description"]?.string { details = [description] }
        } else if let first = answer["errors"]?[0] {
            form = .onPremises
            text = first["details"]?.string ?? first["title"]?.string ?? metaText
        } else if meta != nil {
            form = .configuration
            let data = meta?["error_data"]
            text = metaText ?? data?["message"]?.string ?? data?["real_message"]?.string
            details = meta?["details"]?.array?.compactMap(\.string) ?? []
        } else if let message = answer["message"]?.string ?? answer["detail"]?.string {
            form = .message
            text = message
        } else {
            form = .text
            text = answer.string
        }
    }

    /// How much of a plain text is looked at.
    private static let maximumTextLength = 512

    private static func plainText(_ response: ResponseMetadata) -> String? {
        let isPage = response.headers[.contentType]?.lowercased().contains("html") == true
        guard !isPage, response.body.first(where: { $0 > 0x20 }) != UInt8(ascii: "<") else { return nil }
        return String(decoding: response.body.prefix(maximumTextLength), as: UTF8.self)
    }

    /// Whether the text says that calls come too fast. 360dialog does so with status 400 (360dialog reference §6.1).
    var speaksOfRate: Bool {
        guard let text = text?.lowercased() else { return false }
        return text.contains("rate limit") || text.contains("rate-limit") || text.contains("too many requests")
            || text.contains("limit") && text.contains("request")
                && (text.contains("exceed") || text.contains("limit of") || text.contains("every"))
    }

    /// Whether the text says that an endpoint is not enabled for the account.
    var speaksOfBlockedEndpoint: Bool {
        guard let text = text?.lowercased(), text.contains("block") else { return false }
        return text.contains("endpoint") || text.contains("path") || text.contains("url")
    }

    /// The wait that a text such as "limit of 1 request every 5 seconds" asks for, up to one hour.
    var wait: Duration? {
        guard let text = text?.lowercased(), let every = text.firstRange(of: "every ") else { return nil }
        let words = text[every.upperBound...].split(separator: " ")
        if words.first?.hasPrefix("second") == true { return .seconds(1) }
        guard words.count >= 2, let count = Int(words[0]), (1...3600).contains(count) else { return nil }
        if words[1].hasPrefix("second") || words[1] == "s" { return .seconds(count) }
        return words[1].hasPrefix("minute") && count <= 60 ? .seconds(60 * count) : nil
    }
}

extension Dialog360Refusal: CustomStringConvertible, CustomReflectable {
    /// The form; the text may be personal.
    public var description: String { "refusal (\(form))" }

    /// A mirror that shows the same as ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["form": form.description]) }
}

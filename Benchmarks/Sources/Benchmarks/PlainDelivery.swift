/// The same fields as the library's models, as flat structs for `JSONDecoder`, the usual way to write them.
struct PlainDelivery: Decodable {
    var object: String?
    var entry: [Entry]?

    struct Entry: Decodable {
        var id: String?
        var changes: [Change]?
    }

    struct Change: Decodable {
        var field: String?
        var value: Value?
    }

    struct Value: Decodable {
        var metadata: Metadata?
        var contacts: [Contact]?
        var messages: [Message]?
        var statuses: [Status]?
    }

    struct Metadata: Decodable {
        enum CodingKeys: String, CodingKey {
            case displayPhoneNumber = "display_phone_number"
            case phoneNumberID = "phone_number_id"
        }

        var displayPhoneNumber: String?
        var phoneNumberID: String?
    }

    struct Contact: Decodable {
        enum CodingKeys: String, CodingKey {
            case profile
            case waID = "wa_id"
            case userID = "user_id"
        }

        var profile: Profile?
        var waID: String?
        var userID: String?
    }

    struct Profile: Decodable {
        var name: String?
        var username: String?
    }

    struct Context: Decodable {
        enum CodingKeys: String, CodingKey {
            case from, id, forwarded
            case frequentlyForwarded = "frequently_forwarded"
        }

        var from: String?
        var id: String?
        var forwarded: Bool?
        var frequentlyForwarded: Bool?
    }

    struct Text: Decodable {
        var body: String?
    }

    struct Message: Decodable {
        enum CodingKeys: String, CodingKey {
            case id, from, timestamp, type, text, context
            case fromUserID = "from_user_id"
            case groupID = "group_id"
        }

        var id: String?
        var from: String?
        var fromUserID: String?
        var timestamp: String?
        var type: String?
        var text: Text?
        var context: Context?
        var groupID: String?
    }

    struct Status: Decodable {
        enum CodingKeys: String, CodingKey {
            case id, status, timestamp, conversation, pricing, errors
            case recipientID = "recipient_id"
            case recipientUserID = "recipient_user_id"
            case callbackData = "biz_opaque_callback_data"
        }

        var id: String?
        var status: String?
        var timestamp: String?
        var recipientID: String?
        var recipientUserID: String?
        var callbackData: String?
        var conversation: Conversation?
        var pricing: Pricing?
        var errors: [Failure]?
    }

    struct Conversation: Decodable {
        enum CodingKeys: String, CodingKey {
            case id, origin
            case expirationTimestamp = "expiration_timestamp"
        }

        var id: String?
        var expirationTimestamp: String?
        var origin: Origin?
    }

    struct Origin: Decodable {
        var type: String?
    }

    struct Pricing: Decodable {
        enum CodingKeys: String, CodingKey {
            case billable, type, category
            case pricingModel = "pricing_model"
        }

        var billable: Bool?
        var pricingModel: String?
        var type: String?
        var category: String?
    }

    struct Failure: Decodable {
        enum CodingKeys: String, CodingKey {
            case code, title, message, href
            case errorData = "error_data"
        }

        var code: Int?
        var title: String?
        var message: String?
        var href: String?
        var errorData: ErrorData?
    }

    struct ErrorData: Decodable {
        var details: String?
    }
}

/// To whom a message goes: a phone number, a business-scoped user id where no number is known, or a group.
///
/// ```swift
/// try await cloud.send(.text("Hi"), to: "+5511987654321")
/// try await cloud.send(.text("Hi"), to: .user("BR.13491208655302741918"))
/// ```
///
/// A text literal that has the form of a business-scoped user id becomes one, every other becomes a phone number; a
/// literal that is not a number is refused when the message is validated, before it travels.
/// For text that is not a literal there is ``init(parsing:)``, which refuses at once.
///
/// Source: Cloud API reference §2.1 (`to`, `recipient`); webhooks reference §6.1, §6.5 (May 2026).
public struct Recipient: Hashable, Sendable {
    private enum Storage: Hashable, Sendable {
        case phoneNumber(PhoneNumber)
        case user(BusinessScopedUserID)
        case group(GroupID)
        case missing
    }

    private let storage: Storage

    /// The owner of a phone number.
    public static func phoneNumber(_ number: PhoneNumber) -> Self {
        Self(storage: .phoneNumber(number))
    }

    /// A user by the id that is scoped to the business portfolio.
    public static func user(_ id: BusinessScopedUserID) -> Self {
        Self(storage: .user(id))
    }

    /// A group (Cloud API reference §2.12): it takes texts, media, templates and pins.
    public static func group(_ id: GroupID) -> Self {
        Self(storage: .group(id))
    }

    /// In the place of a recipient that was not given; never valid.
    package static var missing: Self { Self(storage: .missing) }

    /// The phone number, where the recipient is one.
    public var phoneNumber: PhoneNumber? {
        guard case .phoneNumber(let number) = storage else { return nil }
        return number
    }

    /// The business-scoped user id, where the recipient is one.
    public var userID: BusinessScopedUserID? {
        guard case .user(let id) = storage else { return nil }
        return id
    }

    /// The group's id, where the recipient is one.
    public var groupID: GroupID? {
        guard case .group(let id) = storage else { return nil }
        return id
    }

    /// Reads what a person or a store supplies: a phone number or a business-scoped user id.
    /// - Throws: ``ValidationError`` when it is neither.
    public init(parsing text: String) throws(ValidationError) {
        if Self.hasFormOfUserID(text) {
            self = .user(BusinessScopedUserID(text))
        } else {
            self = .phoneNumber(try PhoneNumber(text))
        }
    }

    private init(storage: Storage) {
        self.storage = storage
    }

    /// What is wrong with the recipient, if anything.
    package var violation: ValidationError.Violation? {
        switch storage {
        case .phoneNumber(let number): return number.violation(at: "to")
        case .user(let id):
            guard !Self.hasFormOfUserID(id.rawValue) else { return nil }
            return .init(
                path: "recipient", rule: .pattern,
                explanation: "a business-scoped user id is a country code, a point, and 1 to 128 letters and digits",
                actual: id.rawValue.utf8.count)
        case .group(let id):
            let isVisible: (UInt8) -> Bool = { $0 > 0x20 && $0 < 0x7F }
            guard id.rawValue.isEmpty || !id.rawValue.utf8.allSatisfy(isVisible) else { return nil }
            return .init(
                path: "to", rule: id.rawValue.isEmpty ? .required : .characters,
                explanation: "a group's id is given by the platform and has no spaces", actual: id.rawValue.utf8.count)
        case .missing: return .init(path: "to", rule: .required, explanation: "a message needs a recipient")
        }
    }

    /// `^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$` (webhooks reference §6.1).
    static func hasFormOfUserID(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(140))
        guard bytes.count == text.utf8.count, bytes.count > 3, bytes[2] == UInt8(ascii: ".") else { return false }
        let isUpper: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard isUpper(bytes[0]), isUpper(bytes[1]) else { return false }
        var rest = bytes[3...]
        if rest.starts(with: Array("ENT.".utf8)) { rest = rest.dropFirst(4) }
        guard (1...128).contains(rest.count) else { return false }
        return rest.allSatisfy {
            isUpper($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
}

extension Recipient: ExpressibleByStringLiteral {
    /// Takes a literal: a business-scoped user id by its form, else a phone number, checked before sending.
    public init(stringLiteral value: String) {
        do throws(ValidationError) {
            self = try Recipient(parsing: value)
        } catch {
            self = .phoneNumber(PhoneNumber(rawValue: value))
        }
    }
}

extension Recipient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The masked number, or the country of the user id: never the whole identity.
    public var description: String {
        switch storage {
        case .phoneNumber(let number): return number.description
        case .user(let id): return "user \(id.rawValue.prefix(3))•••"
        case .group: return "group •••"
        case .missing: return "nobody"
        }
    }

    /// The same masked form as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows the masked form only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}

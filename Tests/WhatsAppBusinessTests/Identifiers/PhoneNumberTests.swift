import Testing
import WhatsAppBusiness

@Suite("Phone numbers")
struct PhoneNumberTests {
    @Test(
        "are read as people write them",
        arguments: [
            ("+55 11 98765-4321", "5511987654321"), ("+1 (650) 555.1234", "16505551234"),
            ("16505551234", "16505551234"),
            (" +4930123456\n", "4930123456"), ("+1234567", "1234567"), ("+123456789012345", "123456789012345"),
        ])
    func reading(text: String, digits: String) throws {
        #expect(try PhoneNumber(text).digits == digits)
    }

    @Test(
        "that are none name the rule",
        arguments: [
            ("", "required"), ("   ", "required"), ("+", "required"), ("()", "required"), ("+55abc", "characters"),
            ("+5511\u{200F}987654321", "characters"), ("55+11987654321", "characters"), ("+0123456789", "countryCode"),
            ("(650) 555-1234", "countryCode"), ("0049301234567", "countryCode"), ("+123456", "minLength"),
            ("+1234567890123456", "maxLength"), ("12345678901234567890", "maxLength"),
            ("+٥٥١١٩٨٧٦٥٤٣", "characters"),
        ])
    func refusing(text: String, rule: String) {
        let error = #expect(throws: ValidationError.self) { try PhoneNumber(text) }
        #expect(error?.violations.map(\.rule.rawValue) == [rule])
    }

    @Test("of any length are refused without being read to their end")
    func huge() {
        let error = #expect(throws: ValidationError.self) { try PhoneNumber(String(repeating: "1", count: 100_000)) }
        #expect(error?.violations.first?.actual == 100_000)
    }

    @Test(
        "match in all their spellings",
        arguments: [
            // Brazil's ninth digit, Mexico's 1, Argentina's 9 and 15.
            ["5592981723241", "559281723241"],
            ["5215512345678", "525512345678"],
            ["5491123456789", "541123456789", "54111523456789"],
            ["5493414123456", "543414123456", "54341154123456"],
            ["5492966123456", "542966123456", "54296615123456"],
        ])
    func matching(spellings: [String]) {
        #expect(Set(spellings.map { PhoneNumber(rawValue: $0).matchingKey }).count == 1)
    }

    @Test(
        "of different people stay different",
        arguments: [
            // A mobile number that never had eight digits beside the land line that looks like its tail.
            ("5511953334444", "551153334444"), ("5215512345678", "5215512345679"), ("16505551234", "6505551234"),
            ("5511987654321", "5521987654321"),
        ])
    func notMatching(one: String, other: String) {
        #expect(PhoneNumber(rawValue: one).matchingKey != PhoneNumber(rawValue: other).matchingKey)
    }

    @Test("are masked wherever they are printed")
    func masking() throws {
        let number = try PhoneNumber("+5511987654321")
        var dumped = ""
        dump(number, to: &dumped)
        dump(Recipient.phoneNumber(number), to: &dumped)
        for text in ["\(number)", String(reflecting: number), dumped, "\(Recipient.phoneNumber(number))"] {
            #expect(!text.contains("1198765432"))
        }
        #expect("\(number)" == "+55•••••••••21")
    }
}

import Testing
import WhatsAppBusiness

extension LimitTests {
    private static let path = "interactive.action.parameters"

    private func found(_ change: (inout OrderDetails) -> Void) -> [String] {
        var order = MessageValues.indianOrder
        change(&order)
        return violations(Message(content: .orderDetails(OrderDetailsMessage(body: "x", order: order))))
    }

    private func beneficiary(_ change: (inout Beneficiary) -> Void) -> [String] {
        var person = Beneficiary(
            name: "Asha", line1: "Wing A", line2: "Floor 2", city: "Mumbai", state: "Maharashtra", postalCode: "400063")
        change(&person)
        return found { $0.beneficiaries = [person] }
    }

    @Test("of a beneficiary's name hold at the limit, one below and one above", arguments: [199, 200, 201])
    func beneficiaryName(count: Int) {
        let name = String(repeating: "x", count: count)
        #expect(
            beneficiary { $0.name = name }
                == (count > Beneficiary.maximumNameLength ? ["\(Self.path).beneficiaries[0].name maxLength"] : []))
    }

    @Test("of a beneficiary's address hold at the limit, one below and one above", arguments: [99, 100, 101])
    func beneficiaryLines(count: Int) {
        let line = String(repeating: "x", count: count)
        let isTooLong = count > Beneficiary.maximumLineLength
        #expect(
            beneficiary { $0.line1 = line }
                == (isTooLong ? ["\(Self.path).beneficiaries[0].address_line1 maxLength"] : []))
        #expect(
            beneficiary { $0.line2 = line }
                == (isTooLong ? ["\(Self.path).beneficiaries[0].address_line2 maxLength"] : []))
    }

    @Test(
        "of a beneficiary's postal code are six digits",
        arguments: [("40006", false), ("400063", true), ("4000631", false), ("40006x", false), ("４０００６３", false)])
    func postalCode(code: String, isValid: Bool) {
        #expect(
            beneficiary { $0.postalCode = code }
                == (isValid ? [] : ["\(Self.path).beneficiaries[0].postal_code pattern"]))
    }

    @Test("of pictures in an order hold at the limit, one below and one above", arguments: [9, 10, 11])
    func pictures(count: Int) {
        let isAbove = count > OrderDetails.Order.maximumPictureCount
        let violations = found { order in
            var item = order.order.items[0]
            item.retailerID = nil
            item.imageLink = "https://example.com/a.jpg"
            order.order.items = Array(repeating: item, count: count)
            order.order.subtotal.value *= count
            order.total.value = order.order.subtotal.value + 1000 + 2000 - 1000
        }
        #expect(violations == (isAbove ? ["\(Self.path).order.items maxCount"] : []))
    }
}

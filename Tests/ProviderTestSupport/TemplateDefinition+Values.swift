package import WhatsAppBusiness

extension TemplateDefinition {
    /// A value for every slot that the definition asks for or offers, each another one, by the paths of the slots.
    ///
    /// An offer without an end gets none: whether the platform takes one is not known.
    package func valuesOfAllSlots() -> TemplateValues {
        var values = TemplateValues()
        for (index, slot) in slots.enumerated() {
            if let value = Self.value(of: slot, index) { values[slot.path] = value }
        }
        return values
    }

    private static func value(of slot: TemplateSlot, _ index: Int) -> TemplateValue? {
        let address = "https://example.com/\(index)"
        switch slot.kind {
        case .headerText: return .text("A\(index)")
        case .bodyText:
            switch index % 4 {
            case 0: return .currency("$9.\(index)", code: "USD", thousandths: 9_000 + index)
            case 1: return .dateTime("May \(index)")
            default: return .text("*Zoë* \(index) 👍🏽 {{1}}")
            }
        case .oneTimeCode: return .text("482913")
        case .image: return .image(.link(address + ".jpg"))
        case .video: return .video(.link(address + ".mp4"))
        case .gif: return .gif(.link(address + ".mp4"))
        case .document: return .document(.link(address + ".pdf", filename: "a\(index).pdf"))
        case .location: return .location(LocationMessage(latitude: 1.5, longitude: -2.5, name: "HQ \(index)"))
        case .product: return .product(ProductReference(catalogID: "1940", retailerID: "sku-\(index)"))
        case .url: return .text("end/\(index)?q=ü")
        case .payload: return .text("payload-\(index)")
        case .couponCode: return .text("SPRING\(index)")
        case .flow: return .button(.flow(token: "token-\(index)", data: ["a": 1]))
        case .catalogThumbnail: return .text("sku-\(index)")
        case .products:
            let sections = [ProductSection(title: "A", products: ["sku-1"])]
            return .button(.products(thumbnail: "sku-1", sections: sections))
        case .voiceCall: return .button(.voiceCall(minutes: 60, payload: "call-\(index)"))
        case .orderDetails:
            let order = OrderDetails.Order(
                items: [OrderItem(name: "Jar", amount: 1000, quantity: 1, retailerID: "sku-1")], subtotal: 1000, tax: 0)
            return .button(
                .orderDetails(
                    OrderDetails(
                        referenceID: "bill-\(index)", goods: .digital, currency: "BRL", total: 1000, order: order,
                        paymentType: "br")))
        case .offerEnd: return slot.isRequired ? .offerEnd(milliseconds: 1_895_000_000_000) : nil
        case .orderStatus: return .orderStatus(OrderStatusUpdate(referenceID: "bill-\(index)", status: .shipped))
        default: return nil
        }
    }
}

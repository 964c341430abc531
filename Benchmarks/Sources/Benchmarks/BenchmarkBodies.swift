/// The bodies of the decoding benchmark, with invented data.
enum BenchmarkBodies {
    /// A text message with everything that accompanies one in 2026: about 900 bytes.
    static let message = Array(
        #"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Ada Lovelace","username":"ada.lovelace"},"wa_id":"16505551234","user_id":"US.13491208655302741918"}],"messages":[{"context":{"from":"15550783881","id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI4RkY5NUY5RkY5NUY5RkY5NUYA"},"from":"16505551234","from_user_id":"US.13491208655302741918","id":"wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTdBNEQ5QjQ2QkE1RkY2QkQ3RQA=","timestamp":"1760000001","type":"text","text":{"body":"Hello, is the shop in the old town open on Saturday afternoon? I would like to pick up the parcel that was announced last Tuesday, and my neighbour would come along with two friends. Thank you!"}}]},"field":"messages"}]}]}
        """#.utf8)

    /// Twenty statuses in one body, every fourth of them failed with an error object: about 10 KB.
    static let batch: [UInt8] = {
        var items: [String] = []
        for index in 0..<20 {
            let id = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI4RkY5NUY5RkY5NUY5RkY5N" + String(10 + index) + "A="
            var item =
                #"{"id":"\#(id)","status":"\#(["sent", "delivered", "read", "failed"][index % 4])","timestamp":"17600001\#(10 + index)","recipient_id":"16505551\#(100 + index)","recipient_user_id":"US.134912086553027419\#(10 + index)","biz_opaque_callback_data":"order-2026-11-\#(10 + index)""#
            if index % 4 == 3 {
                item +=
                    #","errors":[{"code":131049,"title":"This message was not delivered to maintain healthy ecosystem engagement.","message":"This message was not delivered to maintain healthy ecosystem engagement.","error_data":{"details":"In order to maintain a healthy ecosystem engagement, the message failed to be delivered."},"href":"https:\/\/developers.facebook.com\/docs\/whatsapp\/cloud-api\/support\/error-codes\/"}]}"#
            } else {
                item +=
                    #","conversation":{"id":"7b3c1f1e2d8a4f0c9e6b5a4d3c2b1a\#(10 + index)","expiration_timestamp":"1760086400","origin":{"type":"utility"}},"pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"utility"}}"#
            }
            items.append(item)
        }
        return Array(
            (#"{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"statuses":["#
                + items.joined(separator: ",") + #"]},"field":"messages"}]}]}"#).utf8)
    }()
}
